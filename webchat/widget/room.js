/** What is loaded when the chat is opened, or where a conversation is under way: the second half of the widget. */
export { Chat } from './chat.js';
export { Panel } from './panel.js';
