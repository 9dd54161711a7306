using System.Globalization;
using Suiying.Contracts.Registry;

namespace Suiying.Requests.Model;

/// <summary>What a record from the spot says.</summary>
public enum VisitKind
{
    /// <summary>到场: who came found this; a contact by visit.</summary>
    Came,

    /// <summary>上报结果 to the unit above.</summary>
    Report,

    /// <summary>答复</summary>
    Reply,
}

/// <summary>Where a phone said that it was.</summary>
/// <param name="Latitude">WGS-84 degrees.</param>
/// <param name="Longitude">WGS-84 degrees.</param>
/// <param name="Accuracy">Metres.</param>
public sealed record VisitPosition(double Latitude, double Longitude, double Accuracy)
{
    public bool Possible => Latitude is >= -90 and <= 90 && Longitude is >= -180 and <= 180 && Accuracy is >= 0 and < 1e6;
}

/// <summary>到场记录: written on the spot, perhaps without a connection, and sent when there is one; its key makes a second sending the same one.</summary>
public sealed record SiteVisit
{
    public required string Number { get; init; }

    public required VisitKind Kind { get; init; }

    public required string Text { get; init; }

    /// <summary>The person was told the result.</summary>
    public bool Told { get; init; }

    public Guid? Key { get; init; }

    /// <summary>The version that its writer saw; null sends it whatever happened since.</summary>
    public int? Version { get; init; }

    /// <summary>Who wrote it; another who signs in on the same phone does not send it.</summary>
    public Guid? Person { get; init; }

    public VisitPosition? Where { get; init; }

    /// <summary>When it was written, where that was before it was sent.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The text with time and place of the visit, where the phone told them.</summary>
    public string Words(CitySnapshot city)
    {
        var facts = new List<string>();
        if (At is { } at)
            facts.Add($"现场时间{city.Local(at):yyyy-MM-dd HH:mm}");
        if (Where is { Possible: true } where)
            facts.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"位置{where.Latitude:0.00000},{where.Longitude:0.00000}，误差约{where.Accuracy:0}米"
                )
            );
        return facts.Count == 0 || Text.Trim().Length == 0 ? Text : $"{Text.Trim()}\n（{string.Join("，", facts)}）";
    }
}
