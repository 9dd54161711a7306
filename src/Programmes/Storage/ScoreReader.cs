using Suiying.Contracts.Themes;
using Suiying.Programmes.Model;

namespace Suiying.Programmes.Storage;

/// <summary>Scores projects as they stand: by their milestones, what people answered, and what became of the requests.</summary>
public sealed class ScoreReader(ProjectDoor door, ICategoryEffects effects)
{
    public async Task<IReadOnlyList<ScoredProject>> Of(IReadOnlyList<Project> projects, CancellationToken ct)
    {
        var answers = await door.Answers([.. projects.Select(p => p.Id)], ct);
        var scored = new List<ScoredProject>();
        foreach (var project in projects)
        {
            var counts = AnswerCounts.Of([.. answers[project.Id]]);
            var effect = await EffectOf(project, ct);
            scored.Add(new ScoredProject(project, project.Score ?? Today(project, counts, effect), counts, effect));
        }
        return scored;
    }

    /// <summary>The score of this day, also where another one was signed before.</summary>
    public ProjectScore Today(Project project, AnswerCounts answers, CategoryEffect? effect) =>
        ProjectScore.Of(project, answers, Worth(effect), door.City, door.Today);

    private async Task<CategoryEffect?> EffectOf(Project project, CancellationToken ct) =>
        project is { Category: { } category, StartedOn: { } started }
        && (await effects.Since(category, started, ct)).Ok(out var found, out _)
            ? found
            : null;

    /// <summary>Only what the interval tells from chance counts for or against.</summary>
    private static decimal? Worth(CategoryEffect? effect) =>
        effect switch
        {
            { High: < 1 } => 1,
            { Low: > 1 } => 0,
            { Ratio: not null } => 0.5m,
            _ => null,
        };
}
