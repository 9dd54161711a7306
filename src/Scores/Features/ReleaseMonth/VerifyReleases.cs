using Microsoft.EntityFrameworkCore;
using Suiying.Scores.Model;
using Suiying.Scores.Storage;

namespace Suiying.Scores.Features;

/// <summary>核对公布: whether what was released still has the digest under which it was signed, and each revision follows on the one before.</summary>
public sealed class VerifyReleases(ScoresDb db)
{
    /// <param name="Releases">How many were read.</param>
    /// <param name="Wrong">Those whose sums, scheme, reason or order were changed since.</param>
    public sealed record Verified(int Releases, IReadOnlyList<ScoreRelease> Wrong);

    public async Task<Outcome<Verified>> Run(DateOnly? month, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var releases = await db.Releases.AsNoTracking().Where(r => month == null || r.Month == month).ToListAsync(ct);
        var wrong = new List<ScoreRelease>();
        foreach (var ofMonth in releases.GroupBy(r => r.Month).OrderBy(g => g.Key))
        {
            var before = "";
            foreach (var release in ofMonth.OrderBy(r => r.Revision))
            {
                var sums = await db
                    .Released.AsNoTracking()
                    .Where(s => s.Month == release.Month && s.Revision == release.Revision)
                    .ToListAsync(ct);
                if (release.Before != before || release.DigestOf(sums) != release.Digest)
                    wrong.Add(release);
                before = release.Digest;
            }
        }
        return new Verified(releases.Count, wrong);
    }
}
