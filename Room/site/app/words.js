const words = new Map();
export function add(more) {
  for (const key of Object.keys(more)) words.set(key, more[key]);
}
export function say(key, values = {}) {
  const text = words.get(key) ?? `[${key}]`;
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}
export const knows = (key) => words.has(key);
export const language = () => globalThis.document?.documentElement.lang ?? "en";
export const to = (page) => `${document.documentElement.dataset.base ?? ""}/${page}`;
const locale = () => (language() === "cy" ? "cy" : "en-GB");
export const moment = (seconds) =>
  new Intl.DateTimeFormat(locale(), { dateStyle: "long", timeStyle: "short" }).format(new Date(seconds * 1000));
export const day = (seconds) => new Intl.DateTimeFormat(locale(), { dateStyle: "long" }).format(new Date(seconds * 1000));
