namespace Suiying.Scores.Model;

/// <summary>Addresses of the pages of measures.</summary>
public static class MeasureAddress
{
    public const string Board = ScoreAddress.Board + "/measures";

    /// <summary>The table of the page, without ending.</summary>
    public const string Table = Board + "/units";

    /// <summary>What stands behind the measures of one unit, without ending.</summary>
    public const string Rows = Board + "/rounds";

    public static string Of(DateOnly month, ScoreGroup? kind = null) => Board + ScoreAddress.Query(month, kind);
}
