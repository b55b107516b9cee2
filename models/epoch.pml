/*
 * A log-in against a change of the password, statement by statement.
 *
 * Promise: no session that was opened on the old password is live once the change has committed.
 *
 * A log-in either reads the epoch together with the hash, or takes a mark before it and the epoch after it.
 * Guards, each of which -D takes out: WITHOUT_EPOCH, WITHOUT_MARK.
 */
bool isChanged = false;
byte epoch = 0;
/* How many raises have committed: what a mark sees. */
byte raises = 0;
/* The owner's row: free, or locked by a transaction. */
bool isLocked = false;
bool isCommitted = false;

bool isInserted = false;
byte epochOfSession = 0;
bool isOfOldPassword = false;

#define LIVE (isInserted && epochOfSession == epoch)

active proctype Change() {
	byte raised;
	atomic { !isLocked -> isLocked = true };
	raised = epoch + 1;
	/* The commit shows the hash, the epoch and the raise at one moment, and frees the row. */
	atomic {
		isChanged = true;
		epoch = raised;
		raises++;
		isLocked = false;
		isCommitted = true
	}
}

active proctype LogIn() {
	byte read = 0;
	byte mark = 0;
	bool isMarked = false;
	bool isOld = false;
	if
	:: /* The epoch and the hash in one statement. */
		atomic { isOld = !isChanged; read = epoch }
	:: /* A mark, the hash, and then the epoch. */
		isMarked = true;
		mark = raises;
		isOld = !isChanged;
		read = epoch
	fi;
	/* FOR SHARE: the insert waits for a change under way, and reads what that wrote. */
	atomic { !isLocked -> isLocked = true };
	if
#ifndef WITHOUT_EPOCH
	:: read != epoch -> skip
#endif
#ifndef WITHOUT_MARK
	:: isMarked && mark != raises -> skip
#endif
	:: else ->
		atomic { isInserted = true; isOfOldPassword = isOld; epochOfSession = 
#ifdef WITHOUT_EPOCH
			epoch
#else
			read
#endif
		}
	fi;
	isLocked = false
}

active proctype Check() {
end:	do
	:: atomic { LIVE && isOfOldPassword -> assert(!isCommitted) }
	od
}
