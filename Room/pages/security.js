// SPDX-License-Identifier: EUPL-1.2
import { destroyStore } from "../seal/device.js";
import { evidenceFile } from "../app/alarm.js";
import { changeKit, changePassphrase, removePasskey, rotate } from "../app/change.js";
import { confirmFields } from "../app/confirm.js";
import { button, buttons, el, note, p, saveFile, show, summary } from "../app/dom.js";
import { choose, field, form, problem } from "../app/form.js";
import { newKit } from "../app/kit-steps.js";
import { followChoice, passphraseFields } from "../app/pass-fields.js";
import { offerPasskey } from "../app/passkeys.js";
import { signOut } from "../app/room.js";
import { start, tellOtherPages, version } from "../app/start.js";
import { knows, moment, say, to } from "../app/words.js";

/** Ways in, devices, and what to do when something may have been seen by others. */

start(async (room) => {
  if (room.state !== "open") return location.replace(to("sign-in"));
  await overview(room);
  /** @type {Record<string, () => any>} */
  const wanted = { "#kit": () => kit(room), "#passphrase": () => passphrase(room), "#rotate": () => renew(room) };
  return wanted[location.hash]?.();
});

async function overview(room, said = null) {
  const { api, session, identity, store } = room;
  const [devices, { slots }] = await Promise.all([api.all("/devices"), api.get("/slots")]);
  const passkeys = slots.map(({ slot }) => slot).filter(({ kind }) => kind === "prf");
  const { count } = await evidenceFile(store, {});
  const stands = (words, act, work) => [words, " ", button(say(act), work, { class: "link" })];
  const pass = say(identity.pass ? "security.passphrase.yes" : "security.passphrase.no");
  const kept = say(session.kit_kept ? "security.kit.yes" : "security.kit.no");
  const added = say("security.passkeys.count", { count: passkeys.length });
  show(say("common.page.security"), said && note("ok", p(say(said))),
    summary([
      [say("security.passphrase"), stands(pass, "security.change", () => passphrase(room))],
      [say("security.kit"), stands(kept, "security.kit.new", () => kit(room))],
      [say("security.passkeys"), stands(added, "security.passkeys.manage", () => keyring(room, passkeys))],
      [say("security.keys"), say("security.keys.which", { seq: identity.seq })],
    ]),
    idle(room),
    el("h2", {}, say("security.devices")),
    el("ul", { class: "rows" }, devices.map((device) => one(room, device))),
    buttons(button(say("security.everywhere"), () => leave(room, true), { class: "quiet" }),
      button(say("security.forget"), () => forget(room), { class: "quiet" })),
    el("h2", {}, say("security.worse")),
    p(say("security.rotate.lead")),
    buttons(button(say("security.rotate"), () => renew(room), { class: "stop" })),
    el("h2", {}, say("security.evidence")),
    p(say("security.evidence.count", { count })),
    count > 0 && buttons(button(say("common.evidence"), () => evidence(room), { class: "quiet" })));
}

function one(room, device) {
  const words = (part) => (knows(`security.device.${part}`) ? say(`security.device.${part}`) : part);
  const kind = device.device.split("-").map(words).join(" · ");
  const end = async () => {
    await room.api.post(`/devices/${device.id}/end`);
    await overview(room, "security.device.ended");
  };
  return el("li", {}, el("h3", {}, kind), p(say("security.device.seen", { at: moment(device.seen) }), { class: "small" }),
    p([say(device.room ? "security.device.room" : "security.device.pool"), device.shared ? say("security.device.shared") : ""].join(" "), { class: "small" }),
    device.this ? el("span", { class: "tag ok" }, say("security.device.this")) : button(say("security.device.end"), end, { class: "quiet" }));
}

function idle(room) {
  const value = String(room.session.idle_minutes);
  const minutes = field("minutes", { label: say("security.idle"), hint: say("security.idle.hint"), value });
  minutes.querySelector("input").setAttribute("inputmode", "numeric");
  minutes.querySelector("input").classList.add("short");
  return form([minutes], say("security.idle.save"), async (values) => {
    const count = Number(values.minutes);
    if (!Number.isInteger(count) || count < 1 || count > 120) throw problem("minutes", say("security.idle.wrong"));
    await room.api.put("/idle", { minutes: count });
    room.session = (await room.api.get("/session")).session;
    await overview(room, "security.idle.saved");
  });
}

const back = (room) => button(say("common.back"), () => overview(room), { class: "quiet" });

async function passphrase(room) {
  const { fields, given } = passphraseFields(room.session);
  const sheet = form([...(await confirmFields(room)), ...fields], say("security.passphrase.save"), async (values) => {
    await changePassphrase(room, values, given(values));
    await overview(room, "security.passphrase.saved");
  }, [back(room)]);
  show(say("security.passphrase.title"), p(say("security.passphrase.lead")), followChoice(sheet));
}

/** The confirmation comes first, so that a typing error costs no written sheet. */
async function kit(room) {
  const sheet = form(await confirmFields(room), say("common.continue"), async (values) => {
    if (room.identity.pass && !values.current) throw problem("current", say("common.confirm.missing"));
    await newKit(room, async (secret) => {
      await changeKit(room, values, secret);
      await room.api.put("/kit", { kept: true });
      room.session = (await room.api.get("/session")).session;
      await overview(room, "security.kit.saved");
    });
  }, [back(room)]);
  show(say("security.kit.title"), p(say("security.kit.lead")), sheet);
}

async function keyring(room, passkeys) {
  const options = passkeys.map(({ params }, at) => [params.credential, say("security.passkey.number", { number: at + 1 })]);
  const remove = passkeys.length > 0 && form(
    [choose("credential", say("security.passkey.which"), options, options[0][0]), ...(await confirmFields(room))],
    say("security.passkey.remove"), async ({ credential, ...values }) => {
      await removePasskey(room, values, credential);
      await overview(room, "security.passkey.removed");
    });
  const add = button(say("common.passkey.add"), async () => {
    const offer = await offerPasskey(room, () => overview(room, "security.passkey.added"));
    show(say("common.passkey.title"), offer ?? p(say("common.passkey.no_prf")), buttons(back(room)));
  });
  show(say("security.passkeys"), p(say("security.passkeys.lead")), buttons(add), remove || p(say("security.passkeys.none")), buttons(back(room)));
}

/** New keys: what it does, confirmation, passphrase, kit, then one request. */
async function renew(room) {
  const { fields, given } = passphraseFields(room.session);
  const sheet = form([...(await confirmFields(room)), ...fields], say("common.continue"), async (values) => {
    const words = given(values);
    await newKit(room, async (secret) => {
      await rotate(room, values, { kit: secret, passphrase: words });
      tellOtherPages();
      await overview(room, "security.rotate.done");
    });
  }, [back(room)]);
  show(say("security.rotate.title"), note("warn", p(say("security.rotate.what"))), p(say("security.rotate.others")), followChoice(sheet));
}

async function leave(room, everywhere) {
  await signOut(room, everywhere).catch(() => undefined); // gone from this device whatever the server says
  tellOtherPages();
  location.replace(to("sign-in"));
}

/** Asks once: after this the device needs the kit or a passkey. */
function forget(room) {
  show(say("security.forget"), note("warn", p(say("security.forget.what"))),
    buttons(button(say("security.forget.go"), async () => {
      await signOut(room).catch(() => undefined);
      /** @type {any} */ (room.store).close();
      await destroyStore();
      tellOtherPages();
      location.replace(to(""));
    }, { class: "stop" }), back(room)));
}

async function evidence({ store, config }) {
  const file = await evidenceFile(store, { origin: location.origin, pool: config.pool, version: version() });
  saveFile("evidence.json", file.text, "application/json");
}
