namespace Suiying.Understanding.Model;

/// <summary>漂移: on one day, how a model's proposals agreed with what people then decided. Each decision is asked about before it is learnt.</summary>
public sealed class ModelDay
{
    public Guid ModelId { get; init; }

    /// <summary>On the city's calendar.</summary>
    public DateOnly Day { get; init; }

    /// <summary>How many decisions.</summary>
    public int Asked { get; set; }

    /// <summary>Of how many the first proposal was the decision.</summary>
    public int First { get; set; }

    /// <summary>Of how many one of the first three was.</summary>
    public int Three { get; set; }

    /// <summary>About how many it was sure.</summary>
    public int Sure { get; set; }

    /// <summary>Of how many of those it was right.</summary>
    public int SureRight { get; set; }

    public void Add(Judgement judged)
    {
        Asked++;
        First += judged.Rank == 0 ? 1 : 0;
        Three += judged.Rank is >= 0 and < 3 ? 1 : 0;
        Sure += judged.Sure ? 1 : 0;
        SureRight += judged is { Sure: true, Rank: 0 } ? 1 : 0;
    }
}

/// <summary>One decision beside what the model had proposed.</summary>
/// <param name="Day">On the city's calendar.</param>
/// <param name="Decided">Code of what the person decided.</param>
/// <param name="Proposed">Code of the first proposal; empty where there was none.</param>
/// <param name="Rank">Where among the proposals the decision stood, from 0; -1 where it was not among them.</param>
/// <param name="Sure">True where the model was sure.</param>
public sealed record Judgement(DateOnly Day, string Decided, string Proposed, int Rank, bool Sure);
