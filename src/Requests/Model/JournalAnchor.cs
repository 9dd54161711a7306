using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Suiying.Requests.Model;

/// <summary>
/// One minute's seal over the journal: a hash over all transitions since the last anchor and over that anchor. Who later removes a whole
/// request, chain and all, leaves an anchor that no longer fits.
/// </summary>
public sealed class JournalAnchor
{
    private JournalAnchor() { }

    public long Id { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Journal positions that it covers, both inclusive.</summary>
    public long FirstPosition { get; private set; }

    public long LastPosition { get; private set; }

    public int Count { get; private set; }

    public string PreviousHash { get; private set; } = "";

    public string Hash { get; private set; } = "";

    public static JournalAnchor Over(JournalAnchor? previous, IReadOnlyList<(long Position, string Hash)> rows, DateTimeOffset at)
    {
        var anchor = new JournalAnchor
        {
            At = at,
            FirstPosition = rows[0].Position,
            LastPosition = rows[^1].Position,
            Count = rows.Count,
            PreviousHash = previous?.Hash ?? "",
        };
        anchor.Hash = HashOf(anchor.PreviousHash, rows);
        return anchor;
    }

    public static string HashOf(string previous, IReadOnlyList<(long Position, string Hash)> rows)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(Encoding.ASCII.GetBytes(previous));
        foreach (var (position, hash) in rows)
            sha.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{position}:{hash};")));
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }
}
