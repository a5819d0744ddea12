package deskbell.conversation;

/**
 * A card below a message: a picture, two lines and one action.
 *
 * @param image address of the picture, empty for none
 * @param action the button's text, empty for none
 * @param url where the action leads, empty for none
 * @param alt what the picture shows, for those who don't see it; empty where the title says it
 */
public record Card(
    String title, String subtitle, String image, String action, String url, String alt) {
  /** A card whose picture needs no words beside the title. */
  public Card(String title, String subtitle, String image, String action, String url) {
    this(title, subtitle, image, action, url, "");
  }
}
