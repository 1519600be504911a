import { askToKeep } from "../seal/device.js";
import * as locker from "../seal/locker.js";
import { Refused } from "../app/api.js";
import { button, buttons, el, link, p, show } from "../app/dom.js";
import { field, form, problem, tick } from "../app/form.js";
import { managedNote } from "../app/device-note.js";
import { start, tellOtherPages } from "../app/start.js";
import { say, to } from "../app/words.js";
start(async (room) => {
  if (room.state === "open") return location.replace(to(""));
  if (room.state === "recover") return location.replace(to("recover"));
  if (room.state === "link" && !room.session.has_keys) return location.replace(to("keys"));
  const account = await locker.enrolled(room.store);
  const name = room.session?.user ?? room.me?.user;
  if (name && account && room.me?.user === name) return here(room, name, account);
  return newDevice(room, room.session?.user);
});
async function here(room, name, account) {
  const pass = room.me.pass !== false;
  const fields = pass ? [
    el("input", { type: "text", name: "username", autocomplete: "username", value: room.me.email || room.me.name, hidden: true }),
    field("passphrase", { label: say("common.passphrase"), kind: "password", autocomplete: "current-password" }),
  ] : [p(say("sign-in.no_passphrase"))];
  const enter = form(fields, say("sign-in.open"), async ({ passphrase }) => {
    if (pass && !passphrase) throw problem("passphrase", say("common.confirm.missing"));
    const { byPassphrase, signIn } = await import("../app/sign-in.js");
    const way = byPassphrase(room, account, pass ? passphrase : null);
    await attempt(() => signIn(room, name, way, { account }), "passphrase", "sign-in.wrong.here");
  });
  show(say("common.page.sign-in"),
    p(say("sign-in.here", { name: room.me.name }), { class: "lead" }),
    enter,
    room.me.passkeys?.length > 0 && passkeyForm(room, room.me.passkeys),
    others(room, [button(say("sign-in.other_person"), () => newDevice(room), { class: "quiet" })]));
}
async function newDevice(room, known) {
  const fields = [
    known ? p(say("sign-in.as", { name: room.session.name }))
      : field("name", { label: say("sign-in.name"), hint: say("sign-in.name.hint"), autocomplete: "username" }),
    field("kit", { label: say("common.kit.label"), hint: say("common.kit.hint"), kind: "words", autocomplete: "off" }),
    el("details", {}, el("summary", {}, say("common.kit.file_instead")),
      field("kit_file", { label: say("common.kit.give_file"), kind: "file" })),
    field("passphrase", {
      label: say("common.passphrase"), hint: say("sign-in.passphrase.hint"), kind: "password", autocomplete: "current-password",
      optional: true,
    }),
    tick("shared", say("sign-in.shared")),
    p(say("sign-in.shared.hint"), { class: "hint" }),
  ];
  const enter = form(fields, say("sign-in.open"), async (given) => {
    const name = known ?? given.name.trim();
    if (!name) throw problem("name", say("sign-in.name.missing"));
    const [{ kitFrom }, { byKit, byPassphrase, signIn }] = await Promise.all([import("../app/kit.js"), import("../app/sign-in.js")]);
    const { kit, account } = await byKit(await kitFrom(given));
    const way = given.passphrase ? byPassphrase(room, account, given.passphrase) : () => kit;
    await attempt(() => signIn(room, name, way, { account, shared: given.shared === true }), "", "sign-in.wrong.new");
  });
  show(say("common.page.sign-in"),
    passkeysPossible() ? el("section", {}, p(say("sign-in.passkey_first")), passkeyForm(room)) : null,
    el("h2", {}, say("sign-in.with_kit")),
    p(say("sign-in.with_kit.lead")),
    await managedNote(room),
    enter,
    p(say("sign-in.forgets"), { class: "small" }),
    others(room, []));
}
function passkeyForm(room, allowed) {
  return form([], say("sign-in.passkey"), async () => {
    const [{ asked }, { askPasskey }, { signIn }] = await Promise.all(
      [import("../app/passkeys.js"), import("../app/passkey.js"), import("../app/sign-in.js")]);
    const got = await asked(() => askPasskey(allowed));
    const name = got?.user ?? room.session?.user ?? room.me?.user;
    if (!got || !name) throw problem("", say("common.passkey.no_prf"));
    await attempt(() => signIn(room, name, async () => got.way, { credential: got.credential }), "", "sign-in.wrong.passkey");
  });
}
function others({ config }, more) {
  return el("section", {},
    el("h2", {}, say("sign-in.otherwise")),
    buttons(...more, link(to("recover"), say("sign-in.cannot"), { class: "button quiet" })),
    p(say("sign-in.first"), {}), p(link(config.api, config.pool_name)));
}
async function attempt(work, where, words) {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refused && error.code === "login") throw problem(where, say(words));
    throw error;
  }
  askToKeep();
  tellOtherPages();
  location.replace(to(""));
}
const passkeysPossible = () => globalThis.PublicKeyCredential !== undefined;
