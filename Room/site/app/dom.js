import { say } from "./words.js";
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
export const note = (kind, ...children) => el("div", { class: `note ${kind}` }, ...children);
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
export const summary = (rows) =>
  el("dl", { class: "summary" }, rows.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value))));
export function show(heading, ...children) {
  const place = (document.getElementById("page"));
  const first = place.dataset.shown === undefined;
  place.dataset.shown = "";
  const title = el("h1", { tabindex: "-1" }, heading);
  place.replaceChildren(title, ...children.flat().filter(Boolean));
  document.title = `${heading} – ${say("common.service")}`;
  if (first) return;
  title.focus();
  scrollTo(0, 0);
}
export const status = (...children) => el("div", { role: "status" }, ...children);
let failure = (error) => {
  throw error;
};
export function failuresGoTo(work) {
  failure = work;
}
export const unhandled = (error) => failure(error);
export function saveFile(name, text, type = "text/plain") {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const anchor = el("a", { href: address, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
