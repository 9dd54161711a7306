using System.Numerics;

namespace Suiying.Engines.Topics;

/// <summary>Compares two entries. Symmetric; costs time in proportion to their features.</summary>
internal static class Comparison
{
    private const double Near = 400;
    private const double Far = 2_500;
    private const uint Road = 1u << (int)PlaceKind.Road;
    private const uint District = 1u << (int)PlaceKind.District;
    private const uint Narrow = ~(District | (1u << (int)PlaceKind.Town));
    private const int RareOfName = 2;
    private const float TitleWeight = 1.5f;

    /// <summary>Pairs of characters say more than the characters alone.</summary>
    public const float SingleWeight = 0.6f;

    public static Likeness Of(Entry one, Entry other, Weights weights)
    {
        var (samePlace, otherPlace, otherArea) = Places(one, other);
        float both = 0,
            bothAll = 0,
            ones = 0,
            others = 0,
            onesAll = 0,
            othersAll = 0,
            sharedOnes = 0,
            sharedOthers = 0;
        var rare = 0;
        float title = 0,
            otherTitle = 0,
            saidTitle = 0,
            otherSaidTitle = 0;
        var (i, j) = (0, 0);
        while (i < one.Features.Length || j < other.Features.Length)
        {
            var a = i < one.Features.Length ? Entry.FeatureOf(one.Features[i]) : int.MaxValue;
            var b = j < other.Features.Length ? Entry.FeatureOf(other.Features[j]) : int.MaxValue;
            var weight = weights.Of(Math.Min(a, b));
            var place = (a <= b && Entry.InPlace(one.Features[i])) || (b <= a && Entry.InPlace(other.Features[j]));
            var x = a <= b ? Weighted(weight, one.Features[i]) : 0;
            var y = b <= a ? Weighted(weight, other.Features[j]) : 0;
            (onesAll, othersAll, bothAll) = (onesAll + x * x, othersAll + y * y, bothAll + x * y);
            if (a == b && weights.IsRare(a) && Entry.InTitle(one.Features[i]) && Entry.InTitle(other.Features[j]))
                rare++;
            if (!place)
            {
                (ones, others, both) = (ones + x * x, others + y * y, both + x * y);
                if (x > 0 && Entry.InTitle(one.Features[i]))
                    (title, saidTitle) = (title + weight, saidTitle + (a == b ? weight : 0));
                if (y > 0 && Entry.InTitle(other.Features[j]))
                    (otherTitle, otherSaidTitle) = (otherTitle + weight, otherSaidTitle + (a == b ? weight : 0));
                if (a == b)
                    (sharedOnes, sharedOthers) = (sharedOnes + x * x, sharedOthers + y * y);
            }
            if (a <= b)
                i++;
            if (b <= a)
                j++;
        }
        return new Likeness(
            Cosine(both, ones, others),
            Math.Max(Share(sharedOnes, ones), Share(sharedOthers, others)),
            Cosine(bothAll, onesAll, othersAll),
            (Share(saidTitle, title) + Share(otherSaidTitle, otherTitle)) / 2,
            rare >= RareOfName,
            samePlace,
            otherPlace,
            OtherNumber(one, other),
            otherArea,
            ConcernOf(one, other),
            one.Body == other.Body
        );
    }

    /// <summary>Whether they name the same place, another, or areas apart. A kind of place that both name and none of which is shared speaks against.</summary>
    public static (bool Same, bool Other, bool OtherArea) Places(Entry one, Entry other)
    {
        var (kinds, shared) = Kinds(one, other);
        var (otherKinds, otherShared) = Kinds(other, one);
        shared |= otherShared;
        var apart = kinds & otherKinds & ~shared;
        var balance = Count(shared & Narrow) - Count(apart & Narrow);
        var (same, another) = (balance > 0, balance < 0);
        var otherArea = (apart & District) != 0;
        if (one.Area is { } area && other.Area is { } otherCode)
            otherArea = !area.StartsWith(otherCode, StringComparison.Ordinal) && !otherCode.StartsWith(area, StringComparison.Ordinal);
        if (one.Position is { } position && other.Position is { } otherPosition)
        {
            var metres = position.MetresTo(otherPosition);
            same |= !another && metres <= Near;
            another |= metres > Far;
        }
        return (same && !another, another, otherArea);
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

    private static bool OtherNumber(Entry one, Entry other)
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

    private static float Weighted(float weight, int packed) => Entry.InTitle(packed) ? weight * TitleWeight : weight;

    private static float Cosine(float both, float one, float other) => one <= 0 || other <= 0 ? 0 : both / MathF.Sqrt(one * other);

    private static float Share(float part, float whole) => whole <= 0 ? 0 : part / whole;
}
