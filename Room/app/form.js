// SPDX-License-Identifier: EUPL-1.2
import { buttons, el, unhandled } from "./dom.js";
import { say } from "./words.js";

/** Forms: labels, hints, one summary of what is wrong, and no second sending while the first is under way. */

/** An error that a form shows at a field, or above all where `field` is empty. @param {string} field @param {string} words */
export const problem = (field, words) => Object.assign(new Error("field"), { name: "Problem", field, words });

/**
 * A field with its label. `kind` is an input type, or "words" for the twelve words in one area.
 * @param {string} id
 * @param {{label: string, hint?: string, kind?: string, autocomplete?: string, value?: string, optional?: boolean}} about
 */
export function field(id, { label, hint, kind = "text", autocomplete = "off", value = "", optional = false }) {
  const described = hint ? `${id}-hint` : undefined;
  const area = kind === "words";
  const input = el(area ? "textarea" : "input", {
    id, name: id, autocomplete, type: area ? undefined : kind, rows: area ? 3 : undefined, "aria-describedby": described,
    autocapitalize: "none", spellcheck: "false",
  });
  if (kind !== "file") input.value = value;
  const parts = [el("label", { for: id }, label, optional && el("span", { class: "optional" }, ` ${say("common.optional")}`))];
  if (hint) parts.push(el("p", { class: "hint", id: described }, hint));
  parts.push(input);
  if (kind === "password") parts.push(reveal(input));
  return el("div", { class: "field", "data-field": id }, parts);
}

/** A box to tick. */
export const tick = (id, label, checked = false) =>
  el("div", { class: "choice" }, el("input", { type: "checkbox", id, name: id, checked }), el("label", { for: id }, label));

/** One of several. @param {string} id @param {string} legend @param {[string, string][]} options value and words */
export const choose = (id, legend, options, chosen = "") =>
  el("fieldset", { class: "field", "data-field": id }, el("legend", {}, legend), options.map(([value, words]) =>
    el("div", { class: "choice" },
      el("input", { type: "radio", id: `${id}-${value}`, name: id, value, checked: value === chosen }),
      el("label", { for: `${id}-${value}` }, words))));

/**
 * A form that does its work once at a time. Work gets the values by name; a `problem` that it throws is shown at its
 * field, everything typed but secrets stays.
 * @param {any[]} fields
 * @param {string} submit words of the button
 * @param {(values: Record<string, any>, form: HTMLFormElement) => Promise<void>} work
 * @param {any[]} [more] beside the button
 */
export function form(fields, submit, work, more = []) {
  const send = el("button", { type: "submit" }, submit);
  const wait = el("p", { role: "status", class: "small" });
  const element = el("form", { novalidate: true, autocomplete: "on" }, ...fields, buttons(send, ...more), wait);
  let busy = false;
  element.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    clear(element);
    const slow = setTimeout(() => (wait.textContent = say("common.working")), 300);
    try {
      await work(values(element), element);
    } catch (error) {
      if (error.name === "Problem") complain(element, error);
      else unhandled(error);
    } finally {
      clearTimeout(slow);
      wait.textContent = "";
      busy = false;
    }
  });
  return element;
}

/** @param {HTMLFormElement} element @returns {Record<string, any>} */
export function values(element) {
  const found = Object.create(null);
  for (const input of /** @type {any} */ (element.elements)) {
    if (!input.name) continue;
    if (input.type === "checkbox") found[input.name] = input.checked;
    else if (input.type === "file") found[input.name] = input.files?.[0];
    else if (input.type !== "radio" || input.checked) found[input.name] = input.value;
  }
  return found;
}

function clear(element) {
  element.querySelectorAll(".error, .problem").forEach((old) => old.remove());
  element.querySelectorAll(".wrong").forEach((old) => {
    old.classList.remove("wrong");
    old.querySelector("[aria-invalid]")?.removeAttribute("aria-invalid");
  });
  document.title = document.title.replace(`${say("common.error_prefix")} `, "");
}

function complain(element, { field: name, words }) {
  const target = name ? element.querySelector(`[data-field="${name}"]`) : null;
  const input = target?.querySelector("input, textarea");
  if (target) {
    target.classList.add("wrong");
    input.before(el("p", { class: "error", id: `${name}-error` }, words));
    input.setAttribute("aria-invalid", "true");
  }
  const go = (event) => {
    event.preventDefault();
    input?.focus();
  };
  const words2 = target ? el("a", { href: `#${name}`, onclick: go }, words) : words;
  const top = el("div", { class: "note bad problem", tabindex: "-1", role: "alert" }, el("h2", {}, say("common.problem")), el("p", {}, words2));
  element.prepend(top);
  document.title = `${say("common.error_prefix")} ${document.title}`;
  for (const secret of element.querySelectorAll("input[type=password]")) secret.value = "";
  top.focus();
}

/** A button that shows what was typed. */
function reveal(input) {
  const toggle = el("button", { type: "button", class: "link", "aria-controls": input.id, onclick: () => {
    const hidden = input.type === "password";
    input.type = hidden ? "text" : "password";
    toggle.textContent = say(hidden ? "common.hide" : "common.reveal");
  } }, say("common.reveal"));
  return toggle;
}
