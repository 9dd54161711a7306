using Suiying.Contracts.Registry;
using Suiying.Engines.Text;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>Third question: how the person can be reached, and whom the matter must be kept from.</summary>
public sealed class GiveContact(RequestDrafts drafts, ICityRegistry registry)
{
    public const int LongestName = 30;

    public sealed record Command
    {
        public required Guid? Draft { get; init; }

        public string? Contact { get; init; }

        public string? Phone { get; init; }

        public string? Name { get; init; }

        public ContactWishes Wishes { get; init; } = new();
    }

    public async Task<Outcome<DraftContent>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (await drafts.Find(command.Draft, ct) is not { Number: null } draft)
            return new DraftGone();

        var problems = new List<FieldProblem>();
        var signedIn = by.Is(Role.Resident) && by.Id != Guid.Empty;
        if (
            !Enum.TryParse<DraftContact>(command.Contact, out var contact)
            || !Enum.IsDefined(contact)
            || contact == DraftContact.SignedIn && !signedIn
        )
            problems.Add(new FieldProblem("contact", "请选择留下手机号，还是匿名反映。"));
        var name = PlainText.OneLine(command.Name);
        problems.AddRange(ServiceRequest.CheckText("name", "称呼", name, LongestName, shortest: 0)?.Fields ?? []);
        var phone = contact == DraftContact.Phone ? Phones.NormalizeIn(registry.Current.City.PhoneCountry, command.Phone) : "";
        if (phone is null)
            problems.Add(new FieldProblem("phone", "请填写能接通的手机号，或带区号的固定电话，例如 13800000000。"));
        if (problems.Count > 0)
            return Refusal.Invalid(problems);

        var changed = draft with
        {
            Contact = contact,
            Phone = phone!,
            Name = contact == DraftContact.Phone ? name : "",
            WantsReply = command.Wishes.Reply,
            TextOnly = command.Wishes.TextOnly && contact != DraftContact.Anonymous,
            WantsSecrecy = command.Wishes.Secrecy,
            AboutConduct = command.Wishes.Conduct,
        };
        await drafts.Keep(command.Draft, changed, ct);
        return changed;
    }
}

/// <summary>What the person ticks beside their contact.</summary>
public sealed record ContactWishes
{
    public bool Reply { get; init; }

    /// <summary>只用文字联系</summary>
    public bool TextOnly { get; init; }

    public bool Secrecy { get; init; }

    public bool Conduct { get; init; }
}
