# Builds the app, and serves it from an image that holds Node and the release alone. The settings come from the
# environment at start; the README lists them. `docker run … node bin/run.mjs admin create …` works too.

# To pin it: --build-arg NODE=node:24-slim@sha256:…
ARG NODE=node:24-slim

FROM ${NODE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc prisma.config.ts ./
COPY packages/log-out-everywhere/package.json packages/log-out-everywhere/
COPY prisma ./prisma
RUN npm ci --omit=dev
COPY . .
RUN npm run build

FROM ${NODE}
WORKDIR /app
# A container's loopback is nobody's: publish the port to your proxy only, or anyone can say that they are it.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
COPY --from=build --chown=root:root /app/.next/standalone ./
# The app writes nothing into its own folder, and its user may not.
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://localhost:${process.env.PORT}/api/health`).then(({ok})=>process.exit(ok?0:1),()=>process.exit(1))"]
CMD ["sh", "bin/start"]
