namespace Suiying.Kernel;

/// <summary>In which capacity somebody acts. A person may hold several; each action names the one it needs.</summary>
public enum Role
{
    /// <summary>居民: anybody, signed in by phone code or anonymous.</summary>
    Resident,

    /// <summary>话务员: takes calls, registers, answers at once, dispatches what the duty list makes clear.</summary>
    Agent,

    /// <summary>派单员: dispatches and decides returns.</summary>
    Dispatcher,

    /// <summary>承办人: signs, contacts, replies and returns for one unit.</summary>
    UnitHandler,

    /// <summary>审核员: reviews replies.</summary>
    Reviewer,

    /// <summary>回访员: calls residents back.</summary>
    Callback,

    /// <summary>督办员: sees every matter and where it stands.</summary>
    Supervisor,

    /// <summary>领导: reads the boards of an area.</summary>
    Leader,

    /// <summary>系统管理员: units, users, city packs; never matters.</summary>
    SystemAdmin,

    /// <summary>安全管理员: roles, keys, sessions; never matters.</summary>
    SecurityAdmin,

    /// <summary>审计管理员: reads the log of openings and the history; changes nothing.</summary>
    AuditAdmin,

    /// <summary>系统: the program itself, on a timer or an event.</summary>
    System,
}
