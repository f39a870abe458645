FROM debian:bookworm-slim AS build
COPY packages /src/packages
RUN apt-get update && \
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $(sed 's/#.*//' /src/packages/build.txt)
COPY . /src
WORKDIR /src
RUN cmake --preset release && cmake --build build/release && DESTDIR=/out cmake --install build/release --strip

FROM debian:bookworm-slim
COPY packages/runtime.txt /tmp/runtime.txt
RUN apt-get update && \
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $(sed 's/#.*//' /tmp/runtime.txt) && \
    rm -rf /var/lib/apt/lists/* /tmp/runtime.txt && \
    useradd --create-home --uid 1000 p2pchat && install -d -m 0700 -o p2pchat -g p2pchat /data
COPY --from=build /out/ /
USER p2pchat
ENV P2PCHAT_DATA_DIR=/data LANG=C.UTF-8
VOLUME /data
EXPOSE 12476/tcp 12476/udp 12478/tcp 12478/udp
ENTRYPOINT ["p2pchat"]
