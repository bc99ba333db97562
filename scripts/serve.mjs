// Serves dist/ and prints the address. PORT chooses the first port to try (default 4173).
import { createServer } from "node:http";
import sirv from "sirv";
import { CONTENT_SECURITY_POLICY } from "./csp.mjs";

const files = sirv("dist", {
  etag: true,
  gzip: true,
  brotli: true,
  setHeaders: (response) => {
    response.setHeader("Content-Security-Policy", `${CONTENT_SECURITY_POLICY}; frame-ancestors *`);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
  },
});

const server = createServer((request, response) =>
  files(request, response, () => {
    response.statusCode = 404;
    response.end("Not found");
  }),
);

let port = Number(process.env.PORT ?? 4173);
const last = port + 20;
server.on("error", (error) => {
  if (error.code !== "EADDRINUSE" || port >= last) throw error;
  port += 1;
  server.listen(port);
});
server.on("listening", () => console.log(`Eigenscope is at http://localhost:${port}/`));
server.listen(port);
