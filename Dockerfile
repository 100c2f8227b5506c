# Build
FROM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
WORKDIR /build
COPY . .
RUN dotnet publish src/NetflixPrep.Bot -c Release -o /out

# Run: Ubuntu's own patched SQLite is used when it is newer than the bundled one.
FROM mcr.microsoft.com/dotnet/runtime:10.0-noble
RUN apt-get update \
    && apt-get install -y --no-install-recommends libsqlite3-0 \
    && rm -rf /var/lib/apt/lists/* \
    && mkdir /data && chown app:app /data
WORKDIR /app
COPY --from=build /out .
# New objects get 4 MB (hexadecimal) instead of a share of the processor's cache: less memory. The runtime reads it from here only.
ENV DOTNET_GCgen0size=400000
USER app
VOLUME /data
STOPSIGNAL SIGTERM
ENTRYPOINT ["dotnet", "NetflixPrep.Bot.dll"]
CMD ["run", "--data", "/data"]
