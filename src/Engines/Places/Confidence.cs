namespace Suiying.Engines.Places;

/// <summary>How often a reading like this one is right; measured on generated texts.</summary>
internal static class Confidence
{
    public static double Of(Reading best, int tied, double margin)
    {
        var sure = best.Mention.Kind switch
        {
            PlaceMatchKind.Full => 0.98,
            PlaceMatchKind.Short => best.Score >= 3 ? 0.95 : 0.85,
            PlaceMatchKind.Sound => best.Score >= 3 ? 0.95 : 0.8,
            _ => best.Score >= 3 ? 0.9 : 0.7,
        };
        return margin < 0.5 ? sure * 0.85 : sure;
    }
}
