using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Contracts.Understanding;
using Suiying.Engines.Dispatch;
using Suiying.Understanding.Model;

namespace Suiying.Understanding.Storage;

/// <summary>
/// The models of this process, one of each kind at most. One question or one lesson at a time:
/// each takes well under a millisecond. Thread-safe.
/// </summary>
public sealed class ModelsInUse
{
    private readonly Lock turn = new();
    private readonly HashSet<string> lost = new(StringComparer.Ordinal);
    private Held<CategoryModel>? categories;
    private Held<UnitModel>? units;

    /// <summary>Which model of a kind is held, and up to where in the journal it has learnt; null where none is.</summary>
    internal (Guid Id, long Learnt)? Holds(ModelKind kind)
    {
        lock (turn)
            return kind is ModelKind.Category ? Mark(categories) : Mark(units);
    }

    internal void Hold(LearntModel row, CategoryModel model)
    {
        lock (turn)
            categories = new(row.Id, model, row.Position);
    }

    internal void Hold(LearntModel row, UnitModel model)
    {
        lock (turn)
            units = new(row.Id, model, row.Position);
    }

    /// <summary>True where this process has found the file gone or damaged; it is not read again.</summary>
    internal bool IsLost(string file)
    {
        lock (turn)
            return lost.Contains(file);
    }

    internal void Lose(string file)
    {
        lock (turn)
            lost.Add(file);
    }

    internal void Drop(ModelKind kind)
    {
        lock (turn)
        {
            if (kind is ModelKind.Category)
                categories = null;
            else
                units = null;
        }
    }

    /// <summary>Asks the model about a decision, then lets it learn it. Null where it says nothing to this kind of model.</summary>
    internal Judgement? Learn(ModelKind kind, CitySnapshot city, MatterDecision decision)
    {
        lock (turn)
        {
            if (kind is ModelKind.Category && categories is not null)
            {
                var judged = DecisionJudge.Category(city, categories.Model, decision);
                categories.Model.Learn(city, decision);
                categories.Learnt = decision.Position;
                return judged;
            }
            if (kind is ModelKind.Unit && units is not null)
            {
                var judged = DecisionJudge.Unit(city, units.Model, decision);
                units.Model.Learn(city, decision);
                units.Learnt = decision.Position;
                return judged;
            }
            return null;
        }
    }

    internal CategoryAnswer? Category(string text)
    {
        lock (turn)
            return categories?.Model.Answer(text, CategoryProposals.Most, because: true);
    }

    internal IReadOnlyList<DispatchProposal> Unit(CitySnapshot city, DispatchMatter matter, MatterAsked asked)
    {
        lock (turn)
            return units?.Model.Propose(city, matter, asked.Returned, asked.Accused) ?? [];
    }

    private static (Guid, long)? Mark<T>(Held<T>? held) => held is null ? null : (held.Id, held.Learnt);

    private sealed class Held<T>(Guid id, T model, long learnt)
    {
        public Guid Id => id;
        public T Model => model;
        public long Learnt { get; set; } = learnt;
    }
}
