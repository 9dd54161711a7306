using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Themes;
using Suiying.Engines.Text.Personal;
using Suiying.Programmes.Model;
using Suiying.Programmes.Storage;

namespace Suiying.Programmes.Features;

/// <summary>提建议: residents, units and supervisors put an idea forward for a programme's next projects.</summary>
public sealed class ProposeProject(ProgrammesDb db, ProjectDoor door, IThemeTitles themes)
{
    /// <summary>One resident hands in so many within thirty days: every idea is read and answered by a person.</summary>
    public const int MostOfOne = 5;

    /// <summary>What may be proposed for: programmes that choose their projects, with the year that is asked about.</summary>
    public IReadOnlyList<(ProgrammeScheme Programme, int Year)> Open =>
        [
            .. door
                .City.Programmes.Where(p => p.Choice is not ProgrammeChoice.Given)
                .Select(p => (p, Year: door.Today.Month >= 3 ? door.Today.Year + 1 : door.Today.Year))
                .Where(p => p.p.Covers(p.Year)),
        ];

    /// <summary>What a proposal begins with: the words of a theme, where it comes from one.</summary>
    public async Task<ProposalText> Begin(Guid? theme, ProposalSource source, CancellationToken ct)
    {
        var from = theme is { } id ? await themes.Find(id, ct) : null;
        var (programme, year) = Open is [var first, ..] ? first : default;
        return new ProposalText
        {
            Programme = programme?.Code ?? "",
            Year = year,
            Title = from?.Title ?? "",
            Text = "",
            Source = source,
            Category = from?.Category ?? "",
            Area = door.City.City.Code,
            Theme = from?.Id,
        };
    }

    public async Task<Outcome<Guid>> Run(ProposalText said, Actor by, CancellationToken ct)
    {
        if (said.Theme is { } theme && await themes.Find(theme, ct) is null)
            return Refusal.Invalid(new FieldProblem("theme", "没有这个主题，可以不填。"));
        // What names a person is no idea, and nobody is to read it. A desk writes what it answers for.
        var kept =
            said.Source is ProposalSource.Residents
                ? said with
                {
                    Title = Redaction.Of(said.Title.Trim()),
                    Text = Redaction.Of(said.Text.Trim()),
                }
                : said;
        if (!Proposal.Make(kept, door.City, by, door.Now).Ok(out var proposal, out var refusal))
            return refusal;
        if (proposal.PersonId is { } person && await Recent(person, ct) >= MostOfOne)
            return new EnoughIdeas(MostOfOne);
        db.Proposals.Add(proposal);
        return (await door.Save(ct)).Ok(out _, out refusal) ? proposal.Id : refusal;
    }

    private Task<int> Recent(Guid person, CancellationToken ct)
    {
        var since = door.Now.AddDays(-30);
        return db.Proposals.CountAsync(p => p.PersonId == person && p.CreatedAt > since, ct);
    }
}
