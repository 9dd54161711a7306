using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Suiying.Programmes.Model;

/// <summary>抽查抽签: which accepted milestones are looked at again in a month. Anybody with the list of ids can draw it again: the smallest hashes of month and id.</summary>
public static class SpotDraw
{
    /// <param name="month">By any of its days.</param>
    /// <param name="accepted">Ids of the milestones that count as done.</param>
    /// <param name="percent">1 to 100; rounded up.</param>
    public static IReadOnlySet<Guid> Of(DateOnly month, IReadOnlyCollection<Guid> accepted, int percent) =>
        accepted.OrderBy(id => Ticket(month, id), StringComparer.Ordinal).Take((accepted.Count * percent + 99) / 100).ToHashSet();

    /// <summary>SHA-256 of 2026-12/id, in small hexadecimal digits.</summary>
    public static string Ticket(DateOnly month, Guid id) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{month.ToString("yyyy-MM", CultureInfo.InvariantCulture)}/{id}"))
        );
}
