import { wayOfKit } from "../seal/unlock.js";
import { changeDone, putReset, finishReset } from "../app/reset.js";
import { renewWays } from "../app/change.js";
import { Refused } from "../app/api.js";
import { button, buttons, el, link, note, p, show } from "../app/dom.js";
import { choose, field, form, problem } from "../app/form.js";
import { kitFrom } from "../app/kit.js";
import { newKit } from "../app/kit-steps.js";
import { followChoice, passphraseFields } from "../app/pass-fields.js";
import { resume, signOut } from "../app/room.js";
import { signIn } from "../app/sign-in.js";
import { start } from "../app/start.js";
import { moment, say, to } from "../app/words.js";
start((room) => {
  if (room.state === "open") return open(room);
  if (room.state === "recover") return waiting(room);
  if (room.session?.reset) return resetStands(room, room.session.reset);
  return which(room);
});
function which(room) {
  const options = ["passkey", "device", "kit", "none"].map((have) => [have, say(`recover.have.${have}`)]);
  const toSignIn = () => location.assign(to("sign-in"));
  const next = { passkey: toSignIn, device, kit: () => byKit(room), none: () => nothing(room) };
  show(say("common.page.recover"), p(say("recover.lead"), { class: "lead" }),
    form([choose("have", say("recover.have"), (options))], say("common.continue"), async ({ have }) => {
      if (!have) throw problem("have", say("recover.have.missing"));
      return next[have]();
    }));
}
function device() {
  const steps = ["recover.device.1", "recover.device.2", "recover.device.3"].map((step) => el("li", {}, say(step)));
  show(say("recover.device.title"), el("ol", {}, steps),
    buttons(link(to("sign-in"), say("recover.to_sign_in"), { class: "button" })));
}
function byKit(room) {
  const known = room.session?.user;
  const fields = [
    known ? p(say("recover.as", { name: room.session.name }))
      : field("name", { label: say("recover.name"), autocomplete: "username", value: room.me?.email ?? "" }),
    field("kit", { label: say("common.kit.label"), hint: say("common.kit.hint"), kind: "words" }),
    el("details", {}, el("summary", {}, say("common.kit.file_instead")),
      field("kit_file", { label: say("common.kit.give_file"), kind: "file" })),
  ];
  show(say("recover.kit.title"), p(say("recover.kit.lead")), form(fields, say("recover.kit.begin"), async (given) => {
    const name = known ?? given.name.trim();
    if (!name) throw problem("name", say("recover.name.missing"));
    const secret = await kitFrom(given);
    try {
      await signIn(room, name, () => wayOfKit(secret), { purpose: "recover" });
    } catch (error) {
      if (error instanceof Refused && error.code === "login") throw problem("kit", say("recover.wrong"));
      throw error;
    }
    if (room.state === "open") return location.replace(to(""));
    return waiting(room);
  }));
}
function waiting(room) {
  const { recovery } = room.session;
  if (recovery?.open) return renew(room);
  show(say("recover.waiting.title"),
    note("info", p(say("recover.waiting", { at: recovery ? moment(recovery.due) : "–" }))),
    p(say("recover.waiting.sooner")),
    buttons(button(say("recover.waiting.look"), async () => {
      await resume(room);
      return room.state === "recover" ? waiting(room) : location.replace(to("sign-in"));
    }), button(say("recover.waiting.leave"), async () => {
      await signOut(room).catch(() => undefined); // gone from this device whatever the server says
      location.replace(to("sign-in"));
    }, { class: "quiet" })));
}
function renew(room) {
  const { fields, given } = passphraseFields(room.session);
  const kit = field("kit", { label: say("common.kit.label"), hint: say("recover.renew.kit"), kind: "words" });
  const sheet = form([kit, ...fields], say("common.continue"), async (values) => {
    const way = await wayOfKit(await kitFrom((values)));
    const words = given(values);
    await newKit(room, async (secret) => {
      await renewWays(room, { way, kit: secret, passphrase: words });
      await room.api.put("/kit", { kept: true });
      changeDone();
    });
  });
  show(say("recover.renew.title"), p(say("recover.renew.lead")), followChoice(sheet));
}
function nothing(room) {
  show(say("recover.nothing.title"),
    note("warn", p(say("recover.nothing.lost")), p(say("recover.nothing.shared"))),
    p(say("recover.nothing.who")),
    room.state === "link"
      ? buttons(button(say("recover.reset.begin"), async () => resetStands(room, await room.api.post("/resets")), { class: "stop" }))
      : [p(say("recover.nothing.come_in")), buttons(link(room.config.api, room.config.pool_name, { class: "button" }))]);
}
function resetStands(room, reset) {
  const { attesters, attested, due, needed, may } = reset;
  const names = (ids) => attesters.filter(({ user }) => ids.includes(user)).map(({ name }) => name).join(", ");
  const begun = reset.statement !== undefined;
  show(say("recover.reset.title"),
    p(say("recover.reset.what", { at: moment(due) })),
    begun && p(say("recover.reset.attested", { count: attested.length, needed, names: names(attested) || "–" })),
    !begun && attesters.length < needed ? note("warn", p(say("recover.reset.nobody"))) : null,
    !begun && attesters.length >= needed && vouchers(room, reset),
    begun && may.includes("finish") && buttons(button(say("recover.reset.finish"), async () => {
      await finishReset(room, reset.id);
      changeDone("sign-in");
    })),
    begun && !may.includes("finish") && buttons(button(say("recover.waiting.look"), () => location.reload())));
}
function vouchers(room, reset) {
  const { attesters, needed } = reset;
  const people = el("fieldset", { class: "field", "data-field": "by" }, el("legend", {}, say(needed === 1 ? "recover.reset.who.1" : "recover.reset.who.2")),
    attesters.map(({ user, name }) => el("div", { class: "choice" },
      el("input", { type: "checkbox", id: `by-${user}`, name: `by-${user}`, checked: attesters.length === needed }), el("label", { for: `by-${user}` }, name))));
  const { fields, given } = passphraseFields(room.session);
  return followChoice(form([people, ...fields], say("common.continue"), async (values) => {
    const by = attesters.filter(({ user }) => values[`by-${user}`]);
    if (by.length !== needed) throw problem("by", say(needed === 1 ? "recover.reset.choose.1" : "recover.reset.choose.2"));
    const words = given(values);
    await newKit(room, async (kit) => resetStands(room, await putReset(room, reset.id, { kit, passphrase: words, by })));
  }));
}
function open(room) {
  show(say("recover.open.title"), p(say("recover.open")),
    buttons(link(to(""), say("recover.open.home"), { class: "button" }),
      link(to("security"), say("common.page.security"), { class: "button quiet" })),
    room.me?.passkeys?.length ? null : p(say("recover.open.passkey")));
}
