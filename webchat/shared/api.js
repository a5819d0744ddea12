/**
 * The REST interface: JSON both ways, the CSRF token on everything that changes something, a time limit, and failures as
 * one kind of error. A lost session asks for a new sign-in and then goes on, so that no edit is lost.
 */

/** Milliseconds. */
const TIME_LIMIT = 15_000;

/** What went wrong with a request. */
export class ApiError extends Error {
  /**
   * @param {number} status 0 where there was no answer
   * @param {string} code
   * @param {string} message the server's words, for the console's log only where the code is known
   * @param {import('./protocol').FieldError[]} fields
   * @param {Record<string, unknown>} body
   */
  constructor(status, code, message, fields = [], body = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.fields = fields;
    this.body = body;
  }
}

export class Api {
  csrf = '';

  /** @param {() => Promise<void>} signedOut asks for a sign-in and is done when there is one */
  constructor(signedOut) {
    this.signedOut = signedOut;
  }

  /**
   * @param {string} path below `/api/`
   * @returns {Promise<any>}
   */
  get(path) {
    return this.#ask('GET', path);
  }

  /**
   * @param {string} path
   * @param {object} [body]
   * @returns {Promise<any>}
   */
  post(path, body = {}) {
    return this.#ask('POST', path, body);
  }

  /**
   * @param {string} path
   * @param {object} body
   * @returns {Promise<any>}
   */
  put(path, body) {
    return this.#ask('PUT', path, body);
  }

  /**
   * @param {string} path
   * @param {object} [body]
   * @returns {Promise<any>}
   */
  delete(path, body) {
    return this.#ask('DELETE', path, body);
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {object} [body]
   */
  async #ask(method, path, body) {
    const used = this.csrf;
    try {
      return await this.#once(method, path, body);
    } catch (failure) {
      if (!(failure instanceof ApiError) || path === 'session') {
        throw failure;
      }
      if (failure.status === 401) {
        await this.signedOut();
      } else if (failure.status !== 403 || method === 'GET' || !(await this.#renewed(used))) {
        throw failure;
      }
      return this.#once(method, path, body);
    }
  }

  /**
   * True where another tab signed in meanwhile and the token is a new one.
   *
   * @param {string} used
   */
  async #renewed(used) {
    this.csrf = (await this.get('session')).csrf;
    return this.csrf !== used;
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {object} [body]
   */
  async #once(method, path, body) {
    /** @type {Record<string, string>} */
    const headers = { Accept: 'application/json' };
    if (method !== 'GET') {
      headers['X-CSRF-Token'] = this.csrf;
    }
    if (body !== undefined) {
      headers['Content-Type'] = 'application/json';
    }
    const answer = await fetch(`/api/${path}`, {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIME_LIMIT),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((/** @type {Error} */ failure) => {
      throw new ApiError(0, failure.name === 'TimeoutError' ? 'timeout' : 'offline', failure.message);
    });
    const content = await answer.json().catch(() => ({}));
    if (!answer.ok) {
      throw failed(answer.status, content);
    }
    return content;
  }
}

/**
 * @param {number} status
 * @param {any} content
 */
function failed(status, content) {
  const { code = `http_${status}`, message = '', field, errors } = content.error ?? {};
  const fields = errors ?? (field ? [{ field, rule: message }] : []);
  return new ApiError(status, code, message, fields, { ...content, ...content.error });
}
