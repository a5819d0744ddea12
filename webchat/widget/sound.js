/** A short sound for new words, for whoever switched it on. Nothing is loaded for it. */
import { remember } from './memory.js';

/** Hertz and seconds. */
const NOTES = [660, 880];
const LENGTH = 0.12;
const LOUD = 0.08;

export class Sound {
  /** @type {AudioContext | undefined} */
  #audio;

  /** @param {import('./chat.js').Chat} chat */
  constructor(chat) {
    this.chat = chat;
    chat.listen({ changed: () => {}, said: ({ from }) => from !== 'shopper' && this.on && this.#play() });
  }

  get on() {
    return this.chat.memory.sound === true;
  }

  toggle() {
    remember(this.chat.key, { sound: !this.on });
    if (this.on) {
      this.#play();
    }
  }

  /** Silent where the browser has not been touched on this page yet. */
  #play() {
    const audio = (this.#audio ??= new AudioContext());
    NOTES.forEach((frequency, i) => {
      const begin = audio.currentTime + i * LENGTH;
      const tone = new OscillatorNode(audio, { frequency });
      const volume = new GainNode(audio, { gain: LOUD });
      volume.gain.setTargetAtTime(0, begin + LENGTH / 2, LENGTH / 3);
      tone.connect(volume).connect(audio.destination);
      tone.start(begin);
      tone.stop(begin + 2 * LENGTH);
    });
  }
}
