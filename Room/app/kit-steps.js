// SPDX-License-Identifier: EUPL-1.2
import { kitWords } from "../seal/words.js";
import { button, buttons, el, p, show } from "./dom.js";
import { field, form, problem } from "./form.js";
import { freshKit, kitButtons, kitFrom, kitSheet, twoPlaces } from "./kit.js";
import { say } from "./words.js";

/** A new kit in two steps: the sheet, then the proof that it was kept. */

/**
 * @param {import("./room.js").Room} room
 * @param {(kit: Uint8Array) => Promise<void>} proved
 * @param {(kit: Uint8Array) => any} [more] further buttons under the sheet
 */
export async function newKit(room, proved, more = () => null, kit = freshKit()) {
  const at = room.api.now();
  const again = () => newKit(room, proved, more, kit);
  show(say("common.kit.new"),
    p(say("common.kit.lead"), { class: "lead" }),
    await kitSheet(kit, room.session, at),
    kitButtons(kit, room.session, at),
    buttons(button(say("common.kit.kept"), () => proof(kit, proved, again)), more(kit)));
}

async function proof(kit, proved, back) {
  const places = twoPlaces();
  const words = await kitWords(kit);
  const names = ["first", "second"];
  const fields = [
    ...names.map((name, at) => field(name, { label: say("common.proof.word", { place: places[at] + 1 }) })),
    el("details", {}, el("summary", {}, say("common.proof.file")), field("kit_file", { label: say("common.kit.give_file"), kind: "file" })),
  ];
  const checked = form(fields, say("common.proof.check"), async (given) => {
    if (given.kit_file?.size > 0) {
      const other = await kitFrom({ kit: "", kit_file: given.kit_file });
      if ((await kitWords(other)).join() !== words.join()) throw problem("kit_file", say("common.proof.other_file"));
      return proved(kit);
    }
    for (const [at, name] of names.entries()) {
      const place = places[at];
      if (given[name].trim().toLowerCase() !== words[place]) throw problem(name, say("common.proof.wrong", { place: place + 1 }));
    }
    return proved(kit);
  }, [button(say("common.back"), back, { class: "quiet" })]);
  show(say("common.proof.title"), p(say("common.proof.lead")), checked);
}
