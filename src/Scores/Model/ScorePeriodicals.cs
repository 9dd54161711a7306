using System.Security.Cryptography;
using System.Text;
using Suiying.Contracts.Channels;

namespace Suiying.Scores.Model;

/// <summary>考核文件: what of scores comes out again and again, for subscribers.</summary>
internal static class ScorePeriodicals
{
    public static readonly Periodical Daily = new("scores.daily", "考核日报", "每个考核日结束后。", ScoreAccess.Readers),
        Bulletin = new("scores.bulletin", "月度通报", "考核月公布和修订时。", ScoreAccess.Readers);

    /// <summary>The same for a day, or a revision of a month, whoever publishes it and however often.</summary>
    public static Guid IdOf(Periodical periodical, DateOnly of, int revision = 0) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{periodical.Key} {of:O} {revision}")).AsSpan(0, 16));
}
