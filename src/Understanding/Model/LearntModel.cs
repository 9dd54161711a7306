using System.Text.Json;

namespace Suiying.Understanding.Model;

/// <summary>What a model proposes.</summary>
public enum ModelKind
{
    /// <summary>诉求类别</summary>
    Category,

    /// <summary>承办单位</summary>
    Unit,
}

/// <summary>Where a model stands. Of each kind one is in use.</summary>
public enum ModelState
{
    /// <summary>使用中</summary>
    InUse,

    /// <summary>待启用: measured worse than the one in use, or a person chose that one; a person decides.</summary>
    Waiting,

    /// <summary>已替换</summary>
    Replaced,
}

/// <summary>
/// 模型: learnt once from decisions, with how it was measured. Rows stay, so that an earlier one can be used again; the file behind a row
/// is never changed. It holds weights and codes, no text of a person.
/// </summary>
public sealed class LearntModel
{
    private LearntModel() { }

    public Guid Id { get; private set; }

    public ModelKind Kind { get; private set; }

    /// <summary>1 for the first of its kind, then one more each.</summary>
    public int Number { get; private set; }

    public ModelState State { get; private set; }

    public DateTimeOffset TrainedAt { get; private set; }

    /// <summary>Who had it trained: a person, or the program.</summary>
    public string TrainedBy { get; private set; } = "";

    /// <summary>From how many decisions.</summary>
    public int Rows { get; private set; }

    /// <summary>When the first and the last of them were made.</summary>
    public DateTimeOffset From { get; private set; }

    public DateTimeOffset Until { get; private set; }

    /// <summary>Place in the journal of the last decision that it was trained on; it goes on learning after it.</summary>
    public long Position { get; private set; }

    /// <summary>Up to which place its proposals were compared with what people decided.</summary>
    public long CountedTo { get; private set; }

    /// <summary>True where generated decisions are among those it was trained on.</summary>
    public bool Synthetic { get; private set; }

    /// <summary>Name of its file in the store.</summary>
    public string File { get; private set; } = "";

    /// <summary><see cref="ModelMeasures"/> as JSON.</summary>
    public string MeasuresJson { get; private set; } = "";

    public ModelMeasures Measures => JsonSerializer.Deserialize<ModelMeasures>(MeasuresJson)!;

    /// <summary>When it came to where it stands.</summary>
    public DateTimeOffset StateAt { get; private set; }

    public string StateBy { get; private set; } = "";

    /// <summary>True where a person put it in use: then no newer one takes its place by itself.</summary>
    public bool Chosen { get; private set; }

    public static LearntModel Trained(ModelKind kind, int number, Training training, Actor by, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            Kind = kind,
            Number = number,
            State = ModelState.Waiting,
            TrainedAt = at,
            TrainedBy = by.Name,
            Rows = training.Rows,
            From = training.From,
            Until = training.Until,
            Position = training.Position,
            CountedTo = training.Position,
            Synthetic = training.Synthetic,
            File = training.File,
            MeasuresJson = JsonSerializer.Serialize(training.Measures),
            StateAt = at,
            StateBy = by.Name,
        };

    /// <summary>启用. What was decided up to a place while another was in use is not learnt afterwards: it may be why that one was left.</summary>
    public void Use(long position, bool chosen, Actor by, DateTimeOffset at)
    {
        (State, StateAt, StateBy, Chosen) = (ModelState.InUse, at, by.Name, chosen);
        (Position, CountedTo) = (Math.Max(Position, position), Math.Max(CountedTo, position));
    }

    public void Replace(Actor by, DateTimeOffset at) => (State, StateAt, StateBy) = (ModelState.Replaced, at, by.Name);

    public void Counted(long position) => CountedTo = position;
}

/// <summary>On what a model was trained, and how well it did.</summary>
public sealed record Training
{
    public required int Rows { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset Until { get; init; }

    public required long Position { get; init; }

    public required bool Synthetic { get; init; }

    public required string File { get; init; }

    public required ModelMeasures Measures { get; init; }
}
