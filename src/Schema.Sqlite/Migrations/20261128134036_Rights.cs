using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suiying.Schema.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Rights : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "ClaimCount",
                table: "requests_requests",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.AddColumn<long>(name: "ClaimDueAt", table: "requests_requests", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ClaimStands",
                table: "requests_requests",
                type: "TEXT",
                maxLength: 40,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "ClaimedRight",
                table: "requests_requests",
                type: "TEXT",
                maxLength: 40,
                nullable: true
            );

            migrationBuilder.AddColumn<long>(name: "ErasedAt", table: "requests_requests", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<long>(name: "PhotosErasedAt", table: "requests_requests", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<long>(name: "ErasedAt", table: "requests_notes", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<long>(name: "ErasedAt", table: "requests_attachments", type: "INTEGER", nullable: true);

            migrationBuilder.CreateTable(
                name: "requests_claims",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Right = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_claims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_requests_claims_requests_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "requests_requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_ClaimDueAt_Serial",
                table: "requests_requests",
                columns: new[] { "ClaimDueAt", "Serial" },
                filter: "\"ClaimDueAt\" IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_attachments_ErasedAt",
                table: "requests_attachments",
                column: "ErasedAt",
                filter: "\"ErasedAt\" IS NOT NULL"
            );

            migrationBuilder.CreateIndex(name: "IX_requests_claims_RequestId", table: "requests_claims", column: "RequestId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "requests_claims");

            migrationBuilder.DropIndex(name: "IX_requests_requests_ClaimDueAt_Serial", table: "requests_requests");

            migrationBuilder.DropIndex(name: "IX_requests_attachments_ErasedAt", table: "requests_attachments");

            migrationBuilder.DropColumn(name: "ClaimCount", table: "requests_requests");

            migrationBuilder.DropColumn(name: "ClaimDueAt", table: "requests_requests");

            migrationBuilder.DropColumn(name: "ClaimStands", table: "requests_requests");

            migrationBuilder.DropColumn(name: "ClaimedRight", table: "requests_requests");

            migrationBuilder.DropColumn(name: "ErasedAt", table: "requests_requests");

            migrationBuilder.DropColumn(name: "PhotosErasedAt", table: "requests_requests");

            migrationBuilder.DropColumn(name: "ErasedAt", table: "requests_notes");

            migrationBuilder.DropColumn(name: "ErasedAt", table: "requests_attachments");
        }
    }
}
