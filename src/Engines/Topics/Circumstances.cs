using System.Numerics;

namespace Suiying.Engines.Topics;

/// <summary>Whether two items have a concern in common.</summary>
internal enum Concern : byte
{
    Unknown,
    Same,

    /// <summary>The one mentions what the other is about, and not the other way.</summary>
    Doubtful,
    Other,
}

/// <summary>What two items have in common besides their words. It is cheap to tell, so it is asked first.</summary>
/// <param name="SamePlace">They name the same estate, road, village, school or the like.</param>
/// <param name="OtherPlace">Both name places of one kind, and none is the same.</param>
/// <param name="OtherArea">Both name areas, or have area codes, that do not lie in each other.</param>
/// <param name="Concern">Whether they are concerned about the same.</param>
/// <param name="SameBody">The body is the same but for spaces.</param>
internal readonly record struct Circumstances(bool SamePlace, bool OtherPlace, bool OtherArea, Concern Concern, bool SameBody)
{
    private const double Near = 400;
    private const double Far = 2_500;
    private const uint Road = 1u << (int)PlaceKind.Road;
    private const uint District = 1u << (int)PlaceKind.District;
    private const uint Village = 1u << (int)PlaceKind.Village;
    private const uint Areas = District | (1u << (int)PlaceKind.Town);
    private const uint Narrow = ~Areas;

    /// <summary>Symmetric. A kind of place that both name and none of which is shared speaks against one place.</summary>
    public static Circumstances Of(Entry one, Entry other)
    {
        var (kinds, shared) = Kinds(one, other);
        var (otherKinds, otherShared) = Kinds(other, one);
        shared |= otherShared;
        var apart = kinds & otherKinds & ~shared;
        var balance = Count(shared & Narrow) - Count(apart & Narrow);
        var otherArea = (apart & District) != 0;
        // Villages of one name lie in many counties and towns; a road or estate that two districts claim is one.
        if ((apart & Areas) != 0 && (shared & Narrow) == Village)
            balance = -1;
        var (same, another) = (balance > 0, balance < 0);
        if (one.Area is { } area && other.Area is { } otherCode)
        {
            otherArea = !area.StartsWith(otherCode, StringComparison.Ordinal) && !otherCode.StartsWith(area, StringComparison.Ordinal);
            same &= !otherArea;
        }
        if (one.Position is { } position && other.Position is { } otherPosition)
        {
            var metres = position.MetresTo(otherPosition);
            same |= !another && metres <= Near;
            another |= metres > Far;
        }
        return new(same && !another, another, otherArea, ConcernOf(one, other), one.Body == other.Body);
    }

    /// <summary>True where both name a building, phase, unit, group or line, and none is the same.</summary>
    public static bool OtherNumber(Entry one, Entry other)
    {
        for (var kind = PlaceKind.Building; kind <= PlaceKind.Ordinal; kind++)
        {
            var (has, hasOther, shared) = (false, false, false);
            foreach (var mark in one.Places)
            {
                has |= mark.Kind == kind;
                shared |= mark.Kind == kind && other.Places.Contains(mark);
            }
            foreach (var mark in other.Places)
                hasOther |= mark.Kind == kind;
            if (has && hasOther && !shared)
                return true;
        }
        return false;
    }

    /// <summary>Kinds of place that the one names, as bits, and those of them of which the other says a name too.</summary>
    private static (uint Named, uint Shared) Kinds(Entry one, Entry other)
    {
        var (named, shared) = (0u, 0u);
        foreach (var mark in one.Places)
        {
            if (mark.IsNumber)
                break;
            var bit = 1u << (int)mark.Kind;
            named |= bit;
            if ((shared & bit) == 0 && other.Says(mark))
                shared |= bit;
        }
        return (named, shared);
    }

    /// <summary>A road passes by many places, so it counts half.</summary>
    private static int Count(uint kinds) => 2 * BitOperations.PopCount(kinds & ~Road) + BitOperations.PopCount(kinds & Road);

    /// <summary>A title tells what a request is about; the body may mention more. So all concerns of a title must stand in the other somewhere.</summary>
    private static Concern ConcernOf(Entry one, Entry other)
    {
        var (about, otherAbout) = (About(one), About(other));
        if (about == 0 || otherAbout == 0)
            return (one.Concerns & other.Concerns) != 0 ? Concern.Same : Concern.Unknown;
        var (missing, otherMissing) = (about & ~other.Concerns, otherAbout & ~one.Concerns);
        return missing == about && otherMissing == otherAbout ? Concern.Other
            : (missing | otherMissing) == 0 ? Concern.Same
            : missing == about || otherMissing == otherAbout ? Concern.Doubtful
            : Concern.Unknown;
    }

    private static ulong About(Entry entry) => entry.TitleConcerns != 0 ? entry.TitleConcerns : entry.Concerns;
}
