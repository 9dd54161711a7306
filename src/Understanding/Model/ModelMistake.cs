namespace Suiying.Understanding.Model;

/// <summary>How often a model in use proposed one thing where a person decided another.</summary>
public sealed class ModelMistake
{
    public Guid ModelId { get; init; }

    public string Decided { get; init; } = "";

    public string Proposed { get; init; } = "";

    public int Count { get; set; }
}
