/** What travels between the browser and the server. Types only: nothing here is ever loaded. */

export type Language = 'en' | 'zh';
export type Mode = 'bot' | 'waiting' | 'human' | 'closed';
export type Sender = 'shopper' | 'bot' | 'agent' | 'system';

export interface Choice {
  label: string;
  value: string;
}

export interface Card {
  title: string;
  subtitle?: string;
  image?: string;
  /** What the picture shows; empty where the title says it. */
  alt?: string;
  action?: string;
  url?: string;
}

export interface Source {
  kind: 'article' | 'flow' | 'model' | 'agent';
  id?: string;
}

/** One numbered message. Bot and agent texts are safe Markdown, a shopper's is plain text. */
export interface Message {
  seq: number;
  from: Sender;
  name?: string;
  text: string;
  inReplyTo?: number;
  choices?: Choice[];
  cards?: Card[];
  at: string;
  source?: Source;
  erased?: boolean;
  /** Why the bot said it; only the desk sees it. */
  trace?: string[];
}

export interface Identity {
  user: string;
  expires: number;
  signature: string;
}

/** A frame with an id: sending it again is harmless, so it may wait in an outbox. */
export type KeyedFrame =
  | { type: 'say'; id: string; text: string }
  | { type: 'choose'; id: string; message: number; value: string }
  | { type: 'human'; id: string }
  | { type: 'close'; id: string }
  | { type: 'rate'; id: string; message?: number; helpful?: boolean; score?: number; comment?: string }
  | { type: 'leave'; id: string; email: string; text: string }
  | { type: 'transcript'; id: string; email: string }
  | { type: 'forget'; id: string }
  | { type: 'reply'; id: string; conversation: string; epoch: number; text: string };

export type ShopperFrame =
  | KeyedFrame
  | { type: 'hello'; resume?: string; after?: number; locale?: string; page?: string; identity?: Identity }
  | { type: 'locale'; locale: string }
  | { type: 'typing'; on: boolean }
  | { type: 'read'; seq: number }
  | { type: 'ping' };

/** Up to which number one side has received and read. */
export interface Seen {
  delivered: number;
  read: number;
}

export interface Failure {
  code: string;
  message: string;
  retryAfterSeconds?: number;
}

export interface Status {
  mode: Mode;
  position?: number;
  waitSeconds?: number;
  agent?: string;
  open?: boolean;
  /** When the desk opens next, where it is closed by its hours. */
  opens?: string;
}

export type ChatFrame =
  | { type: 'welcome'; conversation: string; resume: string; seq: number; mode: Mode; locale: string; mail?: boolean }
  | { type: 'ack'; id: string; seq?: number }
  | ({ type: 'message' } & Message)
  | { type: 'typing'; from: 'bot' | 'agent'; on: boolean }
  | ({ type: 'status' } & Status)
  | ({ type: 'receipt'; desk?: Seen } & Seen)
  | { type: 'pong'; seq: number }
  | ({ type: 'error'; id?: string } & Failure);

// --- the desk -------------------------------------------------------------------------------

export type Role = 'agent' | 'editor' | 'admin';

export interface SignedIn {
  name: string;
  role: Role;
  csrf: string;
}

export interface Ticket {
  id: string;
  conversation: string;
  reason: string;
  language: Language;
  createdAt: string;
  state: 'waiting' | 'claimed' | 'released' | 'closed';
  agent?: string;
  summary: Record<string, string>;
  lastText?: string;
  email?: string;
  /** Since when somebody waits; later than `createdAt` where they were passed on. */
  queuedAt?: string;
  /** When a person first answered. */
  repliedAt?: string;
  lastFrom?: Sender;
  lastAt?: string;
  /** When the shopper's last page was closed. */
  leftAt?: string;
  /** The newest number of the conversation. */
  seq?: number;
  department?: string;
}

/** What an agent wrote for colleagues. */
export interface Note {
  number: number;
  agent: string;
  text: string;
  at: string;
}

/** What the shopper thought of an answer, or, without a message, of the whole conversation. */
export interface Rating {
  message?: number;
  helpful?: boolean;
  score?: number;
  comment?: string;
  at: string;
}

export interface Colleague {
  name: string;
  availability: 'online' | 'away' | 'gone';
  held: number;
  limit: number;
  languages: Language[];
  departments: string[];
  capacity?: number;
  version: number;
}

export interface Department {
  id: string;
  en: string;
  zh: string;
  topics: string[];
  /** Grows with every change. */
  version: number;
}

export interface CannedReply {
  shortcut: string;
  en: string;
  zh: string;
  /** Grows with every change. */
  version: number;
}

/** A conversation that was looked for. */
export interface Found {
  conversation: string;
  mode: Mode;
  language: Language;
  at: string;
  text: string;
  agent?: string;
  score?: number;
  helpful?: number;
  unhelpful?: number;
}

/** A day's figures by name; `wait` in seconds. */
export interface DayFigures {
  day: string;
  /** By which clock days begin and hours count. */
  zone: string;
  hour?: Record<string, number>;
  total?: Record<string, number>;
  wait?: Record<string, number>;
  score?: Record<string, number>;
  helpful?: Record<string, number>;
  outcome?: Record<string, number>;
  reason?: Record<string, number>;
}

/** How the desk works; times in seconds. */
export interface DeskPolicy {
  firstResponse: number;
  resolution: number;
  capacity: number;
  assigns: boolean;
  /** Grows with every change. */
  version: number;
}

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** When people answer, as it is set. */
export interface SetHours {
  zone: string;
  /** None means day and night. */
  spans: { day: Weekday; opens: string; closes: string }[];
  closed: string[];
  /** False where they are those of the command line. */
  set: boolean;
  /** Grows with every change. */
  version: number;
  open: boolean;
  opens?: string;
}

/** Who is there, and what the desk is furnished with. */
export interface DeskShift extends DeskPolicy {
  crew: Colleague[];
  departments: Department[];
  canned: CannedReply[];
}

export interface Tickets {
  waiting: Ticket[];
  mine: Ticket[];
  others: Ticket[];
}

export interface BotConversation {
  conversation: string;
  mode: Mode;
  language: Language;
  updatedAt: string;
  lastText?: string;
}

export interface Conversation {
  conversation: string;
  mode: Mode;
  epoch: number;
  agent?: string;
  language: Language;
  identity?: { user: string } | string;
  page?: string;
  summary?: Record<string, string>;
  email?: string;
  /** The newest number; more messages may have to be read. */
  seq?: number;
  delivered?: number;
  read?: number;
  leftAt?: string;
  notes?: Note[];
  ratings?: Rating[];
  messages: Message[];
}

export type DeskFrame =
  | { type: 'welcome'; name: string; role: Role }
  | ({ type: 'message'; conversation: string } & Message)
  | { type: 'queue' }
  | { type: 'watching'; conversation: string }
  | { type: 'changed'; conversation: string }
  | { type: 'mode'; conversation: string; mode: Mode; epoch: number; agent?: string }
  | { type: 'typing'; conversation: string; from: Sender; on: boolean }
  | ({ type: 'receipt'; conversation: string } & Seen)
  | { type: 'ack'; id: string; conversation: string; seq: number }
  | { type: 'pong'; seq?: number }
  | ({ type: 'error'; id?: string; conversation?: string } & Failure);

/** What an editor changes of an article in one language. */
export interface ArticleFields {
  question: string;
  also: string[];
  intent?: string;
  tags: string[];
  review?: string;
  answer: string;
}

/** What is known of an article although it may have been deleted. */
export interface ArticleStanding {
  version: number;
  deleted: boolean;
  /** A file holds it. */
  shipped: boolean;
  /** It is not as the file has it. */
  edited: boolean;
}

export interface Article extends ArticleFields, ArticleStanding {
  id: string;
  language: Language;
  draft: boolean;
  published?: ArticleFields;
  /** When an editor last changed what is in force, in RFC 3339; none where the file is. */
  publishedAt?: string;
  /** The same where the other language has to follow. */
  ledAt?: string;
  /** The file's newer text, which was not taken over yet. */
  merge?: ArticleFields;
}

export interface Revision {
  version: number;
  kind: 'drafted' | 'dropped' | 'published' | 'removed' | 'reverted' | 'file_changed' | 'kept';
  editor: string;
  at: string;
  content?: ArticleFields;
}

export interface ArticleSide {
  /** None where it was deleted. */
  question?: string;
  version: number;
  draft: boolean;
  merge: boolean;
  stale: boolean;
  /** The other language's text is newer. */
  behind: boolean;
  deleted: boolean;
}

export interface ArticleRow {
  id: string;
  en?: ArticleSide;
  zh?: ArticleSide;
}

export interface ArticlePage {
  articles: ArticleRow[];
  total: number;
  page: number;
  pageSize: number;
}

/** An article by its name, with its question in each language that it is written in. */
export interface ArticleTitle {
  id: string;
  en?: string;
  zh?: string;
}

/** What became of a row of an import. */
export interface ImportRow {
  row: number;
  name?: string;
  id?: string;
  language?: Language;
  question?: string;
  outcome: 'new' | 'changed' | 'same' | 'wrong' | 'conflict';
  field?: string;
  rule?: string;
}

/** Something that shoppers asked and were not told. */
export interface Need {
  intent?: string;
  /** Asked: all of these phrasings are its own already. */
  articles: (ArticleTitle & { asked: boolean })[];
  phrasings: { text: string; language: Language; times: number }[];
  people: number;
  handedOver: number;
  unhelpful: number;
  newest: string;
  answered: boolean;
  /** Put away by an editor; a new question brings it back. */
  dismissed: boolean;
  /** The messages that asked it. */
  questions: string[];
}

export interface Needs {
  needs: Need[];
  questions: number;
  /** False where there are more questions than are looked at. */
  all: boolean;
}

/** How often an article was used. */
export interface ArticleUse {
  id: string;
  language: Language;
  question: string;
  answered: number;
  helpful: number;
  unhelpful: number;
  handedOver: number;
  last?: string;
}

export interface ArticleUsePage {
  articles: ArticleUse[];
  total: number;
  page: number;
  pageSize: number;
  /** Of all articles, not of the page alone. */
  answers: number;
  never: number;
  from: string;
  since: string;
}

/** How many began a flow, and what became of them. */
export interface FlowUse {
  id: string;
  title: Record<Language, string>;
  begun: number;
  finished: number;
  person: number;
  gaveUp: number;
}

/** A flow's drawing with how many went which way. */
export interface FlowDrawing {
  id: string;
  title: Record<Language, string>;
  edition: string;
  editions: { edition: string; inUse: boolean; begun: number }[];
  begun: number;
  width: number;
  height: number;
  boxes: {
    step: string;
    shape: string;
    label: string;
    /** What the step is about, by the flow's names. */
    names: string[];
    x: number;
    y: number;
    width: number;
    height: number;
    reached: number;
    gaveUp: { silent?: number; left?: number; declined?: number; person?: number; gone?: number };
  }[];
  lines: { from: string; to: string; times: number; back: boolean; path: string; ways: string[]; room: number; x: number; y: number }[];
}

/** An answer in outline. */
export interface Outlook {
  kind: 'article' | 'flow' | 'choice' | 'talk' | 'person' | 'unknown';
  about: Choice[];
}

/** A question that a change gives another answer to. */
export interface Changed {
  question: string;
  language: Language;
  before: Outlook;
  after: Outlook;
  /** The same article in other words. */
  reworded: boolean;
}

export interface Tried {
  asked: number;
  changes: Changed[];
  next?: string;
  /** With the first slice. */
  total?: number;
}

export interface Asked {
  understood: {
    language: string;
    intents: { intent: string; confidence: number }[];
    entities: { type: string; value: string }[];
  };
  passages: { id: string; question: string; confidence: number; reasons: string[] }[];
  answer: { replies: { text: string; choices?: Choice[] }[] };
  trace: string[];
}

export interface Person {
  name: string;
  role: Role;
  createdAt: string;
  disabled: boolean;
}

export interface Token {
  id: number;
  name: string;
  role: Role;
  createdBy: string;
  createdAt: string;
  expiresAt: string;
  usedAt?: string;
}

export type WebhookEvent = 'conversation.handed_over' | 'conversation.closed' | 'conversation.rated';

export interface Webhook {
  id: number;
  url: string;
  events: WebhookEvent[];
  enabled: boolean;
  createdBy: string;
  createdAt: string;
  due: number;
  givenUp: number;
}

export interface WebhookDelivery {
  id: number;
  event: WebhookEvent | 'webhook.test';
  conversation?: string;
  at: string;
  state: 'due' | 'delivered' | 'given_up';
  tries: number;
  nextAt?: string;
  status?: number;
  problem?: string;
}

export interface FieldError {
  field: string;
  rule: string;
}
