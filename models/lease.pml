/*
 * A process that keeps an answer, an act that ends what it is about, and the bus between them.
 *
 * Messages come in the order of their commits. The line may be down: what is under way then is lost, and the
 * process learns with the next connection that it may have missed something. Anyone may dawdle for as long as
 * they like, since the clock goes on by itself.
 *
 * Promise: an answer from memory is given to no check that begins LENGTH after the end, and to none that begins
 * after the act is through, if it is an act of the process itself.
 *
 * Guards, each of which -D takes out: WITHOUT_LEASE, WITHOUT_DROPS, WITHOUT_COUNTING_FROM_SENDING,
 * WITHOUT_MISSED, WITHOUT_SETTLING.
 */
#define LENGTH 2
#define LAST 4

mtype = { END, BEAT, MISSED }

byte now = 0;
bool isUp = true;
chan bus = [4] of { mtype, byte, byte };

bool isEnded = false;
byte endedAt = 0;
bool isThrough = false;

/* The process: its answer, its read under way, its lease, its beats. */
bool isKept = false;
bool isReading = false;
bool isDropped = false;
bool isLive = false;
bool hasLease = false;
byte since = 0;
byte beats = 0;
byte givenUp = 0;
byte heard = 0;

#ifdef WITHOUT_LEASE
#define HOLDS true
#else
#define HOLDS (hasLease && now - since < LENGTH)
#endif

#define SAY(what, at, number) if :: isUp && nfull(bus) -> bus!what(at, number) :: !isUp -> skip fi
#define FORGET isKept = false; isDropped = true

/* It goes on, whatever is asleep. */
active proctype Clock() {
	do
	:: now < LAST -> now++
	:: now == LAST -> break
	od
}

active proctype Network() {
	byte times = 0;
	do
	:: times < 1 -> atomic {
		isUp = false;
		times++;
		/* What is under way is lost, or some of it arrives before. */
		do
		:: nempty(bus) -> bus?_,_,_
		:: empty(bus) -> break
		od
	}
	atomic {
		isUp = true;
#ifndef WITHOUT_MISSED
		bus!MISSED(0, 0)
#endif
	}
	:: break
	od
}

/* Elsewhere, or in the process itself, which then waits until it has heard a beat that it sent after its commit. */
active proctype Act() {
	bool isOwn = false;
	byte mine = 0;
	byte sentAt = 0;
	if
	:: isOwn = true
	:: skip
	fi;
	atomic { isEnded = true; endedAt = now; SAY(END, 0, 0) };
	if
	:: !isOwn -> skip
	:: isOwn ->
#ifndef WITHOUT_SETTLING
		atomic {
			if
			:: HOLDS -> beats++; mine = beats; sentAt = now
			:: else -> givenUp = beats; hasLease = false; FORGET
			fi
		};
		if
		:: mine > 0 ->
			atomic { SAY(BEAT, sentAt, mine) };
			if
			:: heard >= mine -> skip
			/* It did not come in time. */
			:: atomic { givenUp = beats; hasLease = false; FORGET }
			fi
		:: else -> skip
		fi;
#endif
		isThrough = true
	fi
}

active proctype Beats() {
	byte sentAt = 0;
	byte number = 0;
	do
	:: beats < 3 ->
		atomic { sentAt = now; beats++; number = beats };
		atomic { SAY(BEAT, sentAt, number) }
	:: break
	od
}

active proctype Ears() {
	mtype what;
	byte sentAt = 0;
	byte number = 0;
end:	do
	:: atomic {
		bus?what(sentAt, number);
		if
		:: what == END || what == MISSED -> FORGET
		:: what == BEAT && number > givenUp ->
			if
			:: !HOLDS -> FORGET
			:: else -> skip
			fi;
#ifdef WITHOUT_COUNTING_FROM_SENDING
			since = now;
#else
			since = sentAt;
#endif
			hasLease = true
		:: else -> skip
		fi;
		if
		:: what == BEAT && number > heard -> heard = number
		:: else -> skip
		fi;
		what = END; sentAt = 0; number = 0
	}
	od
}

/* The read of the store: it begins, the store looks, the answer comes. */
active proctype Reader() {
	byte times = 0;
	do
	:: times < 2 ->
		times++;
end:		atomic { HOLDS -> isReading = true; isDropped = false };
		isLive = !isEnded;
		atomic {
			if
#ifdef WITHOUT_DROPS
			:: isLive -> isKept = true
#else
			:: isLive && !isDropped -> isKept = true
#endif
			:: else -> skip
			fi;
			isReading = false; isLive = false
		}
	:: break
	od
}

active proctype Check() {
end:	do
	:: atomic {
		HOLDS && isKept ->
		assert(!isEnded || now < endedAt + LENGTH);
		assert(!isThrough)
	}
	od
}
