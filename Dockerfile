# Builds the app and serves it in production. The settings come from the environment at start;
# the README lists them. `docker run … npm run migrate` and `… npm run admin -- create …` work too.

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc prisma.config.ts ./
COPY prisma ./prisma
RUN npm ci --include=dev
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts && rm -rf .next/cache

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production PORT=3000
COPY --from=build --chown=root:root /app ./
# The app writes nothing into its own folder, and its user may not.
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://localhost:${process.env.PORT}/api/health`).then(({ok})=>process.exit(ok?0:1),()=>process.exit(1))"]
CMD ["node", "--import", "tsx", "scripts/start.ts"]
