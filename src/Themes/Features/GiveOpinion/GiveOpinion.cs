using Microsoft.EntityFrameworkCore;
using Suiying.Engines.Text.Personal;
using Suiying.Themes.Model;
using Suiying.Themes.Storage;

namespace Suiying.Themes.Features;

/// <summary>提意见: a signed-in resident says what they think of a theme while it is asked; said again, the last counts.</summary>
public sealed class GiveOpinion(ThemesDb db, ThemeDoor door)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }

        public required Stance? Stance { get; init; }

        public string Text { get; init; } = "";
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Resident) || by.Id == Guid.Empty)
            return new NotAllowed("请先登录，再提意见：一个人提一份。");
        if (await db.Themes.AsNoTracking().FirstOrDefaultAsync(t => t.Id == command.Id, ct) is not { } theme)
            return new NotFound();
        if (!theme.Asks(door.Today))
            return theme.IsPublic ? new OpinionsClosed() : new NotFound();
        if (Problems(command).ToList() is { Count: > 0 } problems)
            return Refusal.Invalid(problems);
        // What names a person is no opinion, and nobody is to read it.
        var (stance, text) = (command.Stance!.Value, Redaction.Of(command.Text.Trim()));
        await db.WriteOrRetry(() => Keep(theme.Id, by.Id, stance, text, ct), ct);
        return new Done();
    }

    private async Task<int> Keep(Guid theme, Guid person, Stance stance, string text, CancellationToken ct)
    {
        if (await db.Opinions.FirstOrDefaultAsync(o => o.ThemeId == theme && o.PersonId == person, ct) is { } said)
            (said.Stance, said.Text, said.At) = (stance, text, door.Now);
        else
            db.Opinions.Add(
                new ThemeOpinion
                {
                    ThemeId = theme,
                    PersonId = person,
                    Stance = stance,
                    Text = text,
                    At = door.Now,
                }
            );
        return await db.SaveChangesAsync(ct);
    }

    private static IEnumerable<FieldProblem> Problems(Command command)
    {
        if (command.Stance is null)
            yield return new FieldProblem("stance", "请选择支持、不支持或有别的意见。");
        if (command.Text.Trim().Length > ThemeOpinion.LongestText)
            yield return new FieldProblem("text", $"至多 {ThemeOpinion.LongestText} 个字，现在是 {command.Text.Trim().Length} 个字。");
        if (command.Stance is Stance.Other && command.Text.Trim().Length == 0)
            yield return new FieldProblem("text", "请写下您的意见。");
    }
}
