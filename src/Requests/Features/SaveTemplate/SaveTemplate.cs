using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>写常用语: a new one, or one of the unit's or the person's own anew.</summary>
public sealed class SaveTemplate(RequestsDb db, TimeProvider time)
{
    public sealed record Command
    {
        /// <summary>Null for a new one.</summary>
        public Guid? Id { get; init; }

        /// <summary>The version that its writer saw.</summary>
        public int Version { get; init; }

        public required ReadyWords Words { get; init; }

        /// <summary>For the writer alone.</summary>
        public bool Personal { get; init; }

        /// <summary>What was found in it is no personal data.</summary>
        public bool Examined { get; init; }
    }

    public async Task<Outcome<ReadyText>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.UnitHandler) || by.UnitCode is not { } unit)
            return new NotAllowed();
        var now = time.GetUtcNow();
        var text = command.Id is { } id ? await db.ReadyTexts.FirstOrDefaultAsync(t => t.Id == id, ct) : ReadyText.New(unit, now);
        if (text is null || command.Id is not null && !text.IsFor(by))
            return new NotFound();
        if (command.Id is not null && text.Version != command.Version)
            return new TextChangedMeanwhile(text.ByName);

        if (text.Write(command.Words, command.Personal, command.Examined, by, now) is { } no)
            return no;
        if (command.Id is null)
            db.ReadyTexts.Add(text);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new TextChangedMeanwhile(text.ByName);
        }
        return text;
    }
}
