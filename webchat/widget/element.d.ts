/** The custom element, for pages that are type-checked. */
import type { Identity, Language } from '../shared/protocol';

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-chat': HTMLElement & {
      open(): Promise<void>;
      close(): Promise<void>;
      send(text: string): Promise<void>;
      identify(identity: Identity | undefined): Promise<void>;
      speak(language: Language): Promise<void>;
    };
  }
}
