namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>What one answer says about its rate limit.</summary>
internal sealed record RateHeaders(string? Bucket, int? Remaining, TimeSpan? ResetAfter);

/// <summary>Rate limits per bucket, learned from the answers: requests of one bucket go one at a time, and wait when it is empty.</summary>
internal sealed class RateBuckets(TimeProvider time)
{
    private const int Most = 2000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Bucket> byRoute = [];
    private readonly Dictionary<string, Bucket> byHash = [];

    /// <summary>Waits for the turn of this route and resource; the lease is given back after the answer.</summary>
    public async Task<Lease> EnterAsync(string route, string major, CancellationToken ct)
    {
        while (true)
        {
            var bucket = Find(route, major);
            await bucket.Turn.WaitAsync(ct);
            try
            {
                // While we waited, the route may have turned out to share another bucket.
                if (!ReferenceEquals(bucket, Find(route, major)))
                {
                    bucket.Turn.Release();
                    continue;
                }
                while (bucket.Wait(time.GetTimestamp(), time) is var wait && wait > TimeSpan.Zero) await Task.Delay(wait, time, ct);
                bucket.Used = time.GetTimestamp();
                return new(this, bucket, route, major);
            }
            catch
            {
                bucket.Turn.Release();
                throw;
            }
        }
    }

    private Bucket Find(string route, string major)
    {
        lock (gate)
        {
            var key = $"{route} {major}";
            if (byRoute.TryGetValue(key, out var known)) return known;
            if (byRoute.Count >= Most) Forget();
            return byRoute[key] = new();
        }
    }

    private void Learn(Bucket bucket, string route, string major, RateHeaders said)
    {
        lock (gate)
        {
            if (said.Bucket is { } hash)
            {
                var key = $"{hash} {major}";
                if (byHash.TryGetValue(key, out var shared)) byRoute[$"{route} {major}"] = bucket = shared;
                else byHash[key] = bucket;
            }
            if (said.Remaining is { } left) bucket.Remaining = left;
            if (said.ResetAfter is { } reset) bucket.ResetAt = time.GetTimestamp() + (long)(reset.TotalSeconds * time.TimestampFrequency);
        }
    }

    /// <summary>Resources come and go (threads); what is idle and full again is forgotten.</summary>
    private void Forget()
    {
        var now = time.GetTimestamp();
        foreach (var (key, bucket) in byRoute.Where(pair => pair.Value.IsIdle(now, time)).ToList()) byRoute.Remove(key);
        foreach (var (key, bucket) in byHash.Where(pair => pair.Value.IsIdle(now, time)).ToList()) byHash.Remove(key);
    }

    private sealed class Bucket
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public int? Remaining { get; set; }

        public long ResetAt { get; set; }

        public long Used { get; set; }

        public TimeSpan Wait(long now, TimeProvider time)
        {
            if (Remaining is not 0 || now >= ResetAt) return TimeSpan.Zero;
            return time.GetElapsedTime(now, ResetAt) + TimeSpan.FromMilliseconds(1);
        }

        public bool IsIdle(long now, TimeProvider time) =>
            Turn.CurrentCount == 1 && now >= ResetAt && time.GetElapsedTime(Used, now) > TimeSpan.FromMinutes(1);
    }

    /// <summary>The right to send one request.</summary>
    public sealed class Lease : IDisposable
    {
        private readonly RateBuckets buckets;
        private readonly object bucket;
        private readonly string route;
        private readonly string major;

        internal Lease(RateBuckets buckets, object bucket, string route, string major) =>
            (this.buckets, this.bucket, this.route, this.major) = (buckets, bucket, route, major);

        public void Observe(RateHeaders said) => buckets.Learn((Bucket)bucket, route, major, said);

        public void Dispose() => ((Bucket)bucket).Turn.Release();
    }
}
