/** Articles as files: Markdown with YAML front matter, and CSV. Blocking; no shared state. */
package deskbell.knowledge.files;
