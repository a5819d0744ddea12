/**
 * Pictures of flows: a {@link deskbell.dialog.drawing.Chart} of steps and ways, written as Mermaid
 * text or laid out in rows and drawn as SVG. The layout is the classical one for directed graphs
 * (Sugiyama, Tagawa, Toda 1981): rows by the longest way, bends where an arrow passes a row, few
 * crossings by barycentres, and places by least squares, so that no arrow runs behind a box.
 */
package deskbell.dialog.drawing;
