// oidc-provider as somebody else's sign-in provider: invented accounts, a page to choose one and a level.
// Usage: node server.mjs '{"portal": "http://localhost:1234", "keys": {"keys": [...]}}'; prints its port.
import { createServer } from "node:http";
import { Provider } from "oidc-provider";

const { portal, keys } = JSON.parse(process.argv[2]);
const LEVELS = ["low", "substantial", "high"].map(name => `http://eidas.europa.eu/LoA/${name}`);
const ACCOUNTS = {
  gerard: { bsn: "999993653", name: "Gerard de Bruin" },
  maria: { bsn: "999991905", name: "Maria Haddad" },
  annie: { bsn: "999990019", name: "Annie Postma" },
};

const server = createServer();
server.listen(0, "localhost", () => {
  const issuer = `http://localhost:${server.address().port}`;
  const provider = new Provider(issuer, {
    acrValues: LEVELS,
    clients: [{
      client_id: "portal",
      redirect_uris: [`${portal}/sign-in/other/callback`],
      post_logout_redirect_uris: [`${portal}/signed-out`],
      backchannel_logout_uri: `${portal}/back-channel-sign-out/other`,
      backchannel_logout_session_required: true,
      token_endpoint_auth_method: "private_key_jwt",
      token_endpoint_auth_signing_alg: "RS256",
      jwks: keys,
    }],
    claims: { openid: ["sub", "sid", "acr"], bsn: ["bsn", "name"] },
    cookies: { keys: ["only-for-tests"] },
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true }, rpInitiatedLogout: { enabled: true } },
    // Its guard against addresses inside a network stops it from telling a portal on this machine.
    fetch: (address, { dispatcher, ...options }) => fetch(address, options),
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...ACCOUNTS[id] }) }),
    interactions: { url: (_, interaction) => `/choose/${interaction.uid}` },
    pkce: { required: () => true },
  });
  const callback = provider.callback();

  async function finish(request, response) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const form = new URLSearchParams(Buffer.concat(chunks).toString());
    if (!form.get("account")) {
      await provider.interactionFinished(request, response, { error: "access_denied" });
      return;
    }
    const grant = new provider.Grant({ accountId: form.get("account"), clientId: "portal" });
    grant.addOIDCScope("openid bsn");
    await provider.interactionFinished(request, response, {
      login: { accountId: form.get("account"), acr: `http://eidas.europa.eu/LoA/${form.get("level")}`, remember: false },
      consent: { grantId: await grant.save() },
    });
  }

  server.on("request", (request, response) => {
    if (!request.url.startsWith("/choose/")) { callback(request, response); return; }
    if (request.method === "POST") { finish(request, response).catch(error => response.writeHead(500).end(String(error))); return; }
    const levels = ["low", "substantial", "high"].map(name => `<option>${name}</option>`).join("");
    const buttons = Object.keys(ACCOUNTS).map(id => `<button name="account" value="${id}">${id}</button>`).join("");
    response.writeHead(200, { "Content-Type": "text/html" }).end(
      `<!doctype html><title>Other provider</title><h1>Other provider</h1><form method="post">
       <select name="level">${levels}</select>${buttons}<button name="account" value="">stop</button></form>`);
  });
  console.log(server.address().port);
});
