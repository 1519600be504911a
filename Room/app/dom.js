// SPDX-License-Identifier: EUPL-1.2
import { say } from "./words.js";

/** Building pages: elements and text only, never markup from text. */

/**
 * An element with attributes and children; texts become text nodes. `on…` attributes are listeners.
 * @param {string} name
 * @param {Record<string, any>} [attributes]
 * @param {...any} children
 * @returns {any}
 */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

export const p = (text, attributes = {}) => el("p", attributes, text);
export const link = (href, text, attributes = {}) => el("a", { href, ...attributes }, text);

/** A note with a bar and words, never colour alone. @param {"ok" | "info" | "warn" | "bad" | "seal"} kind */
export const note = (kind, ...children) => el("div", { class: `note ${kind}` }, ...children);

/** A button that runs work once at a time. @param {string} text @param {() => any} work */
export function button(text, work, attributes = {}) {
  let busy = false;
  const run = async () => {
    if (busy) return;
    busy = true;
    try {
      await work();
    } catch (error) {
      unhandled(error);
    } finally {
      busy = false;
    }
  };
  return el("button", { type: "button", ...attributes, onclick: run }, text);
}

export const buttons = (...children) => el("div", { class: "buttons" }, ...children);

/** Rows of a summary: what and its value. @param {[string, any][]} rows */
export const summary = (rows) =>
  el("dl", { class: "summary" }, rows.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value))));

/**
 * Shows a page's content under its heading and, unless it is the first, moves the focus there.
 * @param {string} heading
 * @param {...any} children
 */
export function show(heading, ...children) {
  const place = /** @type {HTMLElement} */ (document.getElementById("page"));
  const first = place.dataset.shown === undefined;
  place.dataset.shown = "";
  const title = el("h1", { tabindex: "-1" }, heading);
  place.replaceChildren(title, ...children.flat().filter(Boolean));
  document.title = `${heading} – ${say("common.service")}`;
  if (first) return;
  title.focus();
  scrollTo(0, 0);
}

/** Says that something happened, to everybody. @param {any} children */
export const status = (...children) => el("div", { role: "status" }, ...children);

let failure = (error) => {
  throw error;
};

/** Where failures of buttons and forms go: the page that `start.js` shows. @param {(error: any) => void} work */
export function failuresGoTo(work) {
  failure = work;
}

/** @param {any} error that nobody awaits */
export const unhandled = (error) => failure(error);

/** Offers bytes as a file, made in the browser. @param {string} name @param {string} text */
export function saveFile(name, text, type = "text/plain") {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const anchor = el("a", { href: address, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
