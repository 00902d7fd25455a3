# sizheng with Debian's ffmpeg:
#   docker build -t sizheng .
#   docker run --rm --network none -u "$(id -u):$(id -g)" -v "$PWD:/work" sizheng validate
#
# The base is pinned by its tag, so that a build takes Debian's and Node's security fixes. For one that can be repeated, add
# its digest to both lines: FROM node:20-bookworm-slim@sha256:... (docker buildx imagetools inspect node:20-bookworm-slim).

FROM node:20-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
# What is published, and nothing else.
RUN npm run build \
  && npm pack --ignore-scripts --pack-destination /tmp \
  && mkdir /package \
  && tar -xzf /tmp/sizheng-*.tgz --strip-components=1 -C /package

FROM node:20-bookworm-slim
LABEL org.opencontainers.image.title="sizheng" \
  org.opencontainers.image.description="Checks mental-health teaching material before it is submitted" \
  org.opencontainers.image.licenses="MIT" \
  org.opencontainers.image.base.name="docker.io/library/node:20-bookworm-slim"

RUN apt-get update \
  && apt-get install -y --no-install-recommends ffmpeg \
  && rm -rf /var/lib/apt/lists/*

WORKDIR /opt/sizheng
COPY package-lock.json ./
COPY --from=build /package ./
# Debian's ffprobe and ffmpeg read the videos: those that come with packages, for other systems too, are not needed here.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/ffprobe-static/bin node_modules/@ffmpeg-installer/linux-* /root/.npm /tmp/* \
  && ln -s /opt/sizheng/bin/sizheng.js /usr/local/bin/sizheng \
  && install -d -o node -g node /work

ENV LANG=C.UTF-8 NODE_ENV=production SIZHENG_FFPROBE=/usr/bin/ffprobe SIZHENG_FFMPEG=/usr/bin/ffmpeg
USER node
WORKDIR /work
ENTRYPOINT ["sizheng"]
CMD ["--help"]
