// SPDX-License-Identifier: EUPL-1.2

/** What the room says, in the language of the page. Each page brings its own words (Room/Messages.json). */

/** @type {Map<string, string>} */
const words = new Map();

/** Adds the words of a page. @param {Record<string, string>} more */
export function add(more) {
  for (const key of Object.keys(more)) words.set(key, more[key]);
}

/** The words of a key, with `{name}` replaced. @param {string} key @param {Record<string, string | number>} [values] */
export function say(key, values = {}) {
  const text = words.get(key) ?? `[${key}]`;
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/** Whether a key has words. @param {string} key */
export const knows = (key) => words.has(key);

export const language = () => globalThis.document?.documentElement.lang ?? "en";

/** The way to another page of the room in the same language. @param {string} page */
export const to = (page) => `${document.documentElement.dataset.base ?? ""}/${page}`;

const locale = () => (language() === "cy" ? "cy" : "en-GB");

/** A day and time in words. @param {number} seconds */
export const moment = (seconds) =>
  new Intl.DateTimeFormat(locale(), { dateStyle: "long", timeStyle: "short" }).format(new Date(seconds * 1000));

/** A day in words. @param {number} seconds */
export const day = (seconds) => new Intl.DateTimeFormat(locale(), { dateStyle: "long" }).format(new Date(seconds * 1000));
