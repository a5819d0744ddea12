package deskbell.conversation;

/**
 * A card below a message: a picture, two lines and one action.
 *
 * @param image address of the picture, empty for none
 * @param action the button's text, empty for none
 * @param url where the action leads, empty for none
 */
public record Card(String title, String subtitle, String image, String action, String url) {}
