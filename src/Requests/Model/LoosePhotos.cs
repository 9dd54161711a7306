namespace Suiying.Requests.Model;

/// <summary>
/// Photos that nothing refers to, and since when. One is deleted only when it is found so twice, some time apart: a form that was sent in
/// its last minute has long become a request by then.
/// </summary>
public sealed class LoosePhotos
{
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(30);

    private readonly Lock turn = new();
    private Dictionary<string, DateTimeOffset> since = new(StringComparer.Ordinal);

    /// <summary>Of those that are loose now, the ones that were so before; the others begin to wait.</summary>
    public IReadOnlyList<string> Seen(IEnumerable<string> loose, DateTimeOffset now)
    {
        lock (turn)
        {
            var before = since;
            since = loose.Distinct(StringComparer.Ordinal).ToDictionary(name => name, name => before.GetValueOrDefault(name, now));
            return [.. since.Where(s => now - s.Value >= Grace).Select(s => s.Key)];
        }
    }
}
