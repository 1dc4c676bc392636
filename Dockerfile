# docker build -t kith .
# For amd64 and arm64 alike: nothing below names an architecture.

FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /opt/kith
# The libraries first, in a layer that stays while only sources change.
COPY pom.xml ./
COPY testkit/pom.xml testkit/
COPY bot-core/pom.xml bot-core/
COPY adapters/discord/pom.xml adapters/discord/
COPY adapters/telegram/pom.xml adapters/telegram/
COPY adapters/browser/pom.xml adapters/browser/
COPY adapters/launcher/pom.xml adapters/launcher/
COPY benchmarks/pom.xml benchmarks/
# One file to compile, so that the compiler's own libraries come too.
COPY bot-core/src/main/java/org/kith/circle/package-info.java bot-core/src/main/java/org/kith/circle/
RUN mvn -B -q -DskipTests -pl adapters/launcher -am package
COPY bot-core/src/main bot-core/src/main
COPY adapters/discord/src/main adapters/discord/src/main
COPY adapters/telegram/src/main adapters/telegram/src/main
COPY adapters/browser/src/main adapters/browser/src/main
COPY adapters/launcher/src/main adapters/launcher/src/main
RUN mvn -B -q -DskipTests -pl adapters/launcher -am package

FROM eclipse-temurin:25-jre
RUN groupadd --system --gid 8473 kith \
 && useradd --system --uid 8473 --gid kith --home-dir /opt/kith --shell /usr/sbin/nologin kith \
 && install -d -o kith -g kith -m 700 /data
WORKDIR /opt/kith
COPY LICENSE kith ./
COPY config/logback.xml config/
COPY --from=build /opt/kith/adapters/launcher/target/kith.jar adapters/launcher/target/
# The AOT cache fits this Java and this very jar: it is made here, where both will stay.
RUN ./kith train && test -s adapters/launcher/target/*.aot
USER kith
ENV KITH_DATA=/data
VOLUME /data
# Health and metrics answer inside the container only; for Prometheus set KITH_HTTP=0.0.0.0:8473.
EXPOSE 8473
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s CMD ["./kith", "health"]
ENTRYPOINT ["./kith"]
